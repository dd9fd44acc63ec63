// programs.h: every program as a function, so that `sito NAME` is `sito-NAME`.
#pragma once

int read_main(int argc, char** argv);
int normalize_main(int argc, char** argv);
int strip_main(int argc, char** argv);
int templates_main(int argc, char** argv);
int meta_main(int argc, char** argv);
int quotes_main(int argc, char** argv);
int emit_main(int argc, char** argv);
int run_main(int argc, char** argv);
int batch_main(int argc, char** argv);
int plan_main(int argc, char** argv);
int task_main(int argc, char** argv);
int finish_main(int argc, char** argv);
int sito_main(int argc, char** argv);
