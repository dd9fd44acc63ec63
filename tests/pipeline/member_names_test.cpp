#include "pipeline/member_names.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "encoded.h"

namespace sito::pipeline {
namespace {

const std::vector<std::string> kNames = {"Новости/Городская администрация.txt", "Документы/Отчёт за май.txt",
                                         "Документы/Приказ о назначении.txt"};

TEST(MemberNames, Utf8StaysAsItIs) {
  MemberNames names;
  EXPECT_EQ(names.decoded("Новини/звіт.txt"), "Новини/звіт.txt");
  EXPECT_EQ(names.decoded("report.txt"), "report.txt");
  EXPECT_EQ(names.decoded(""), "");
}

TEST(MemberNames, DesksWroteInTheirCodePage) {
  for (const char* page : {"IBM866", "windows-1251", "KOI8-U"}) {
    std::string sample;
    for (const std::string& name : kNames) sample += encoded(name, page) + "\n";
    MemberNames names(sample);
    for (const std::string& name : kNames) EXPECT_EQ(names.decoded(encoded(name, page)), name) << page;
  }
}

TEST(MemberNames, WithoutASampleTheNamesSoFarTell) {
  MemberNames names;
  for (const std::string& name : kNames) EXPECT_EQ(names.decoded(encoded(name, "windows-1251")), name);
}

TEST(MemberNames, WhatSaysNothingStaysBytes) {
  MemberNames names;
  EXPECT_EQ(names.decoded("\xFF.txt"), "\xFF.txt");
}

TEST(MemberNames, AnEncodingOnceFoundIsAllNames) {
  MemberNames names(encoded(kNames[0] + "\n" + kNames[1] + "\n", "IBM866"));
  EXPECT_EQ(names.decoded(encoded("Май.txt", "IBM866")), "Май.txt");
}

}  // namespace
}  // namespace sito::pipeline
