/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_world.h"

static const struct sample_city gr_cities[] = {
	{ "Αθήνα", "", "10# ##", "+30 210 555 01##" },
	{ "Πειραιάς", "", "185 ##", "+30 210 555 02##" },
	{ "Θεσσαλονίκη", "", "546 ##", "+30 2310 550 1##" },
	{ "Ηράκλειο", "", "71# ##", "+30 2810 550 1##" },
};

static const struct sample_city bg_cities[] = {
	{ "София", "", "10##", "+359 2 555 01##" },
	{ "Варна", "", "90##", "+359 52 55 01##" },
	{ "Бургас", "", "80##", "+359 56 55 01##" },
};

static const struct sample_city ua_cities[] = {
	{ "Київ", "", "01###", "+380 44 555 01##" },
	{ "Одеса", "", "65###", "+380 48 555 01##" },
	{ "Львів", "", "79###", "+380 32 255 01##" },
	{ "Миколаїв", "", "54###", "+380 51 255 01##" },
};

static const struct sample_city jp_cities[] = {
	{ "横浜市", "神奈川県", "231-00##", "+81 45 555 01##" },
	{ "神戸市", "兵庫県", "650-00##", "+81 78 555 01##" },
	{ "函館市", "北海道", "040-00##", "+81 138 55 01##" },
	{ "中央区", "東京都", "104-00##", "+81 3 5550 01##" },
};

static const struct sample_city cn_cities[] = {
	{ "上海", "上海市", "2000##", "+86 21 5550 01##" },
	{ "青岛", "山东省", "2660##", "+86 532 5550 01##" },
	{ "厦门", "福建省", "3610##", "+86 592 555 01##" },
};

static const struct sample_city kr_cities[] = {
	{ "부산", "부산광역시", "48###", "+82 51 555 01##" },
	{ "인천", "인천광역시", "22###", "+82 32 555 01##" },
	{ "서울", "서울특별시", "04###", "+82 2 555 01##" },
};

const struct sample_country sample_east[6] = {
	{ .code = "GR",
	  .share = 2,
	  .culture = &sample_greek,
	  SAMPLE_CITIES(gr_cities),
	  .forms = SAMPLE_LIST("Α.Ε.", "Ε.Π.Ε.", "Ο.Ε."),
	  .streets = SAMPLE_LIST("Ακτή Μιαούλη %#", "Ερμού %#", "Λεωφόρος Νίκης %#",
				 "Παπαδιαμάντη %", "25ης Αυγούστου %#"),
	  .second_lines = SAMPLE_LIST("%ος όροφος", "Τ.Θ. %##") },
	{ .code = "BG",
	  .share = 1,
	  .culture = &sample_bulgarian,
	  SAMPLE_CITIES(bg_cities),
	  .forms = SAMPLE_LIST("„*“ ООД", "„*“ ЕООД", "* АД"),
	  .streets = SAMPLE_LIST("ул. „Граф Игнатиев“ %#", "бул. „Приморски“ %#", "ул. „Шипка“ %",
				 "бул. „Витоша“ %##"),
	  .second_lines = SAMPLE_LIST("вх. Б, ет. %", "офис %") },
	{ .code = "UA",
	  .share = 2,
	  .culture = &sample_ukrainian,
	  SAMPLE_CITIES(ua_cities),
	  .forms = SAMPLE_LIST("ТОВ «*»", "ПП «*»", "АТ «*»"),
	  .streets = SAMPLE_LIST("вул. Дерибасівська, %#", "вул. Хрещатик, %#", "просп. Свободи, %",
				 "вул. Набережна, %#"),
	  .second_lines = SAMPLE_LIST("оф. %#", "кв. %#") },
	{ .code = "JP",
	  .share = 2,
	  .culture = &sample_japanese,
	  SAMPLE_CITIES(jp_cities),
	  .forms = SAMPLE_LIST("株式会社*", "*株式会社", "有限会社*", "合同会社*"),
	  .streets = SAMPLE_LIST("海岸通%-%-%", "本町%-%#-%", "港町%丁目%番%号", "元町通%-%"),
	  .second_lines = SAMPLE_LIST("港ビル%F", "第%倉庫") },
	{ .code = "CN",
	  .share = 1,
	  .culture = &sample_chinese,
	  SAMPLE_CITIES(cn_cities),
	  .forms = SAMPLE_LIST("*有限公司", "*有限责任公司", "*贸易有限公司"),
	  .streets = SAMPLE_LIST("中山东路%##号", "港口大道%#号", "人民路%##号", "海滨路%号"),
	  .second_lines = SAMPLE_LIST("%号楼%##室", "%层") },
	{ .code = "KR",
	  .share = 1,
	  .culture = &sample_korean,
	  SAMPLE_CITIES(kr_cities),
	  .forms = SAMPLE_LIST("주식회사 *", "* 주식회사", "유한회사 *"),
	  .streets = SAMPLE_LIST("해안로 %##", "자갈치로 %#", "중앙대로 %###", "항동%가 %#"),
	  .second_lines = SAMPLE_LIST("%층", "%동 %##호") },
};
