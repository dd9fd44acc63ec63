// sentences.h: a sentence of press text in each language that has a model, all invented.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "text/character.h"
#include "text/utf8.h"

namespace sito {

struct Sentence {
  const char* language;  ///< BCP 47
  std::string_view text;

  friend void PrintTo(const Sentence& each, std::ostream* out) { *out << each.language; }
};

inline constexpr Sentence kSentences[] = {
    {"ar", "طلب سكان القرية إصلاح الجسر، ووافق المجلس على دفع المال لهذا العمل."},
    {"be", "Жыхары вёскі папрасілі адрамантаваць мост, і сельскі савет пагадзіўся даць на гэта грошы."},
    {"bg", "Жителите на селото поискаха мостът да бъде поправен и съветът се съгласи да отпусне пари."},
    {"cs", "Obyvatelé vesnice požádali o opravu mostu a obecní rada souhlasila, že na ni vyčlení peníze."},
    {"da", "Beboerne bad om, at broen blev repareret, og kommunen sagde ja til at betale for arbejdet."},
    {"de", "Die Bewohner des Dorfes baten darum, die Brücke auszubessern, und der Rat stimmte dafür."},
    {"el", "Οι κάτοικοι του χωριού ζήτησαν να επισκευαστεί η γέφυρα και το συμβούλιο συμφώνησε."},
    {"en", "The people of the village asked for the bridge to be mended, and the council agreed to pay."},
    {"es", "Los vecinos del pueblo pidieron que se reparara el puente, y la alcaldía decidió pagar así."},
    {"et", "Küla elanikud palusid silla ära parandada ja vallavolikogu otsustas selleks raha anda."},
    {"fi", "Kylän asukkaat pyysivät sillan korjaamista, ja kunnanvaltuusto päätti myöntää siihen rahaa."},
    {"fr", "Les habitants du village ont demandé que le pont soit réparé, et le conseil a accepté."},
    {"he", "תושבי הכפר ביקשו לתקן את הגשר, והמועצה הסכימה להקצות לכך כסף."},
    {"hr", "Stanovnici sela tražili su da se popravi most, a općinsko vijeće pristalo je na to dati novac."},
    {"hu", "A falu lakói kérték a híd felújítását, és az önkormányzat úgy döntött, hogy pénzt ad rá."},
    {"it",
     "Gli abitanti del paese hanno chiesto di riparare il ponte, perché è pericoloso, e il comune pagherà."},
    {"lt", "Kaimo gyventojai paprašė suremontuoti tiltą, o seniūnija sutiko skirti tam pinigų šį rudenį."},
    {"lv", "Ciema iedzīvotāji lūdza salabot tiltu, un pagasta padome piekrita šim darbam piešķirt naudu."},
    {"mk", "Жителите на селото побараа мостот да се поправи, а советот се согласи да даде пари за тоа."},
    {"nb", "Innbyggerne ba om at broen skulle repareres, og kommunen sa ja til å betale for arbeidet."},
    {"nl", "De bewoners van het dorp vroegen om de brug te herstellen, en de gemeenteraad ging akkoord."},
    {"nn", "Folk i bygda bad om at brua måtte vølast, og rådet gjekk med på å løyve pengar til det."},
    {"pl", "Mieszkańcy wsi poprosili o naprawę mostu, a rada gminy zgodziła się dać na to pieniądze."},
    {"pt", "Os moradores da aldeia pediram a reparação da ponte, e a câmara não hesitou em pagar as obras."},
    {"ro", "Sătenii au cerut repararea podului și consiliul comunei a hotărât să plătească lucrările."},
    {"ru", "Жители посёлка попросили починить мост, и сельский совет согласился дать на это деньги."},
    {"sk", "Obyvatelia dediny požiadali o opravu mosta a obecná rada súhlasila, že na ňu dá peniaze."},
    {"sl", "Vaščani so prosili, naj se most popravi, in občinski svet je privolil, da bo za to dal denar."},
    {"sr", "Мештани су тражили да се поправи мост, а савет општине је пристао да за то издвоји новац."},
    {"sv", "Byborna bad om att bron skulle lagas, och kommunen gick med på att betala för arbetet."},
    {"th", "ชาวบ้านขอให้ซ่อมสะพานและสภาตำบลก็ตกลงที่จะจ่ายเงินสำหรับงานนี้"},
    {"tr", "Köy sakinleri köprünün onarılmasını istedi, belediye meclisi de bunun için para ayırdı."},
    {"uk", "Мешканці Вербівки попросили полагодити міст, і сільська рада погодилася дати на це гроші."},
    {"vi", "Người dân trong làng xin sửa cây cầu, và hội đồng xã đã đồng ý chi tiền cho việc ấy."},
};

/// The sentence of one language, which has one.
constexpr std::string_view sentence(std::string_view language) {
  for (const Sentence& each : kSentences)
    if (language == each.language) return each.text;
  return {};
}

/// `valid` in capitals, by simple mappings.
inline std::string in_capitals(std::string_view valid) {
  std::string out;
  for (std::size_t at = 0; at < valid.size();) {
    const auto [c, length] = text::decode(valid, at);
    text::append(out, text::to_upper(c));
    at += length;
  }
  return out;
}

}  // namespace sito
