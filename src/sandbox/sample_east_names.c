/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_world.h"

const struct sample_culture sample_greek = {
	.titles = SAMPLE_LIST("κ.", "κα"),
	.first_names = SAMPLE_LIST("Αγγελική", "Αθανάσιος", "Βασιλική", "Γεώργιος", "Δέσποινα",
				   "Ελένη", "Ζωή", "Ηλίας", "Θεοδώρα", "Ιωάννης", "Κωνσταντίνος",
				   "Λυδία", "Μαρία", "Νικόλαος", "Ξένια", "Σοφία", "Χαράλαμπος"),
	.last_names = SAMPLE_LIST("Αλεξίου", "Βλαχόπουλος", "Γεωργιάδης", "Δημητρίου", "Ζαχαριάδης",
				  "Ιωαννίδης", "Καραγιάννης", "Λαμπράκης", "Μαυρογένης",
				  "Νικολαΐδης", "Ξενάκης", "Παπαδόπουλος", "Σταυρίδης",
				  "Τριανταφύλλου", "Φωτιάδης", "Χατζηδάκης"),
	.words = SAMPLE_LIST("Αιγαίον", "Άνεμος", "Αργοναύτης", "Γαλάζια Ακτή", "Ελαιώνας", "Ιόνιο",
			     "Κυκλάδες", "Ποσειδών", "Φάρος", "Χρυσή Άγκυρα"),
	.families = SAMPLE_LIST("*", "Αφοί *", "* & Υιοί"),
	.trades = SAMPLE_LIST("Ναυτικά Είδη", "Εστιατόρια", "Ηλεκτρικά", "Αρτοποιία", "Σιδηρικά",
			      "Κήποι", "Ξενοδοχεία", "Αλιεία", "Ελαιουργία", "Μεταφορές",
			      "Γαλακτοκομία", "Χρώματα"),
	.long_names = SAMPLE_LIST(
		"Αγροτικός και Αλιευτικός Συνεταιρισμός * Νήσων Βορείου Αιγαίου και Δωδεκανήσου"),
	.gap = " ",
};

const struct sample_culture sample_bulgarian = {
	.first_names = SAMPLE_LIST("Ангел", "Божидар", "Василка", "Десислава", "Живко", "Златка",
				   "Ивайло", "Йорданка", "Кирил", "Людмила", "Невена", "Петър",
				   "Радослава", "Стоян", "Цветан", "Яна"),
	.last_names = SAMPLE_LIST("Атанасов", "Бояджиев", "Василев", "Георгиева", "Димитрова",
				  "Желязков", "Иванова", "Колев", "Маринова", "Николов", "Петков",
				  "Стоянова", "Тодоров", "Христова", "Цветков"),
	.words = SAMPLE_LIST("Балкан", "Витоша", "Дунав", "Котва", "Розова долина", "Странджа",
			     "Тракия", "Черноморец"),
	.families = SAMPLE_LIST("*", "Братя *", "* и синове"),
	.trades = SAMPLE_LIST("Корабно снабдяване", "Железария", "Ресторанти", "Градини",
			      "Хлебопекарна", "Електро", "Млекопреработка", "Транспорт", "Мебели",
			      "Книжарница"),
	.long_names = SAMPLE_LIST("Потребителна кооперация * за изкупуване, преработка и търговия "
				  "със селскостопанска продукция"),
	.gap = " ",
};

const struct sample_culture sample_ukrainian = {
	.first_names = SAMPLE_LIST("Андрій", "Богдана", "Василь", "Галина", "Дмитро", "Євген",
				   "Зоряна", "Ірина", "Катерина", "Лесь", "Мар'яна", "Остап",
				   "Роксолана", "Соломія", "Тарас", "Юлія", "Ярослав"),
	.last_names = SAMPLE_LIST("Бондаренко", "Вишневецька", "Гнатюк", "Довженко", "Євтушенко",
				  "Журавель", "Іваненко", "Коваль", "Лисенко", "Мельник",
				  "Назаренко", "Олійник", "Поліщук", "Скоропадська", "Ткаченко",
				  "Шевчук", "Щербина", "Яремчук"),
	.words = SAMPLE_LIST("Вітрильник", "Дніпро", "Золоте поле", "Карпати", "Маяк", "Світанок",
			     "Чорноморська хвиля", "Якір"),
	.families = SAMPLE_LIST("*", "Брати *", "* і сини"),
	.trades = SAMPLE_LIST("Суднопостач", "Будматеріали", "Ресторани", "Сади", "Пекарня",
			      "Електроторг", "Молокозавод", "Перевезення", "Меблі", "Книгарня",
			      "Броварня"),
	.long_names = SAMPLE_LIST("Товариство з обмеженою відповідальністю «* — оптова торгівля "
				  "корабельним спорядженням»"),
	.gap = " ",
};

const struct sample_culture sample_japanese = {
	.first_names = SAMPLE_LIST("葵|Aoi", "一郎|Ichiro", "香織|Kaori", "健太|Kenta",
				   "恵子|Keiko", "さくら|Sakura", "俊介|Shunsuke", "大輔|Daisuke",
				   "千尋|Chihiro", "直樹|Naoki", "陽子|Yoko", "隆|Takashi"),
	.last_names =
		SAMPLE_LIST("伊藤|Ito", "大久保|Okubo", "加藤|Kato", "小林|Kobayashi", "斎藤|Saito",
			    "佐々木|Sasaki", "高橋|Takahashi", "田中|Tanaka", "中村|Nakamura",
			    "長谷川|Hasegawa", "松本|Matsumoto", "渡辺|Watanabe"),
	.words = SAMPLE_LIST("青空|aozora", "朝日|asahi", "瀬戸内|setouchi", "東海|tokai",
			     "七福|shichifuku", "富士見|fujimi", "港屋|minatoya", "山海|sankai",
			     "若葉|wakaba", "みなと|minato", "サクラ|sakura"),
	.families = SAMPLE_LIST("*"),
	.trades = SAMPLE_LIST("船具店|sengu", "金物|kanamono", "食堂|shokudo", "園芸|engei",
			      "造船所|zosen", "製パン|seipan", "酒造|shuzo", "電機商会|denki",
			      "文具|bungu", "水産|suisan", "運輸|unyu", "乳業|nyugyo"),
	.long_names = SAMPLE_LIST(
		"*漁業協同組合連合会中央購買事業本部船舶用品および漁具資材共同仕入センター"),
	.gap = "",
};

const struct sample_culture sample_chinese = {
	.first_names = SAMPLE_LIST("建国|Jianguo", "丽华|Lihua", "明|Ming", "秀英|Xiuying",
				   "志强|Zhiqiang", "晓燕|Xiaoyan", "海涛|Haitao", "雪梅|Xuemei"),
	.last_names = SAMPLE_LIST("王|Wang", "李|Li", "张|Zhang", "刘|Liu", "陈|Chen",
				  "欧阳|Ouyang", "黄|Huang", "赵|Zhao", "周|Zhou"),
	.words = SAMPLE_LIST("东方|dongfang", "海丰|haifeng", "金龙|jinlong", "长江|changjiang",
			     "和平|heping", "远洋|yuanyang", "春申|chunshen", "五星|wuxing"),
	.families = SAMPLE_LIST("*记"),
	.trades = SAMPLE_LIST("船舶用品|chuanbo", "五金|wujin", "餐饮|canyin", "园艺|yuanyi",
			      "电器|dianqi", "食品|shipin", "物流|wuliu", "家具|jiaju",
			      "水产|shuichan", "文具|wenju"),
	.long_names = SAMPLE_LIST("*国际船舶物资供应与港口综合服务联合股份"),
	.gap = "",
};

const struct sample_culture sample_korean = {
	.first_names = SAMPLE_LIST("민준|Minjun", "서연|Seoyeon", "지훈|Jihoon", "하은|Haeun",
				   "영수|Youngsoo", "은정|Eunjeong", "도윤|Doyun", "수빈|Subin"),
	.last_names = SAMPLE_LIST("김|Kim", "이|Lee", "박|Park", "최|Choi", "정|Jung", "강|Kang",
				  "윤|Yoon", "남궁|Namgung"),
	.words = SAMPLE_LIST("한강|hangang", "동해|donghae", "푸른바다|pureunbada", "하나|hana",
			     "새벽|saebyeok", "무지개|mujigae", "백두|baekdu"),
	.families = SAMPLE_LIST("*네"),
	.trades =
		SAMPLE_LIST("선박용품|seonbak", "철물|cheolmul", "식당|sikdang", "원예|wonye",
			    "제과|jegwa", "전기|jeongi", "수산|susan", "문구|mungu", "운송|unsong"),
	.long_names = SAMPLE_LIST("*수산업협동조합중앙회 선박용품 및 어구자재 공동구매 사업본부"),
	.gap = " ",
};
