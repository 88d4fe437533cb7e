package resolve_test

import (
	"testing"

	"uncite/extract/record"
)

// TestOfficialRecords: a supplement without a printed symbol has the symbol
// that its session and number make, where they make one.
func TestOfficialRecords(t *testing.T) {
	for _, test := range []struct{ protects, lang, text, want string }{
		{"session and number make the symbol", "en", "note:See Official Records of the General Assembly, Seventy-fifth Session, Supplement No. 16, chap. II.", "A/75/16"},
		{"session and number make the symbol", "fr", "note:Documents officiels de l’Assemblée générale, soixante-quinzième session, Supplément no 16.", "A/75/16"},
		{"session and number make the symbol", "es", "note:Documentos Oficiales de la Asamblea General, septuagésimo quinto período de sesiones, suplemento núm. 16.", "A/75/16"},
		{"session and number make the symbol", "ru", "note:Официальные отчеты Генеральной Ассамблеи, семьдесят пятая сессия, Дополнение № 16.", "A/75/16"},
		{"the session's word stands before its number", "ar", "note:الوثائق الرسمية للجمعية العامة، الدورة الخامسة والسبعون، الملحق رقم 16.", "A/75/16"},
		{"within title marks", "zh", "note:《大会正式记录，第七十五届会议，补编第16号》，第二章。", "A/75/16"},
		{"the printed symbol is the one reference", "en", "note:Official Records of the General Assembly, Seventy-fifth Session, Supplement No. 16 (A/75/16).", "A/75/16"},
		{"the printed symbol is the one reference", "zh", "note:《大会正式记录，第七十五届会议，补编第16号》(A/75/16)。", "A/75/16"},
		{"also after other words", "en", "note:Official Records of the General Assembly, Seventy-sixth Session, Supplement No. 10 and corrigendum (A/76/10 and Corr.1).", "A/76/10 A/76/10/Corr.1"},
		{"ibid. means the records and the session", "en", "note:Official Records of the General Assembly, Seventy-fifth Session, Supplement No. 16.\n\nnote:Ibid., Supplement No. 8.", "A/75/16 A/75/8"},
		{"同上 means the records and the session", "zh", "note:《大会正式记录，第七十五届会议，补编第16号》。\n\nnote:同上，《补编第8号》。", "A/75/16 A/75/8"},
		{"resolutions are printed in volumes", "en", "note:Official Records of the General Assembly, Seventy-fourth Session, Supplement No. 49.", "?"},
		{"early sessions had other symbols", "en", "note:Official Records of the General Assembly, Twentieth Session, Supplement No. 2.", "?"},
		{"so have special sessions", "en", "note:Official Records of the General Assembly, Twelfth Special Session, Supplement No. 2.", "?"},
		{"so has the Council", "en", "note:Official Records of the Economic and Social Council, 2019, Supplement No. 3.", "?"},
		{"so have additions", "en", "note:Official Records of the General Assembly, Seventieth Session, Supplement No. 12A.", "?"},
		{"an owner before a comma, as footnotes have it", "en", "note:See Human Rights Council, resolution 33/11, para. 3.", "A/HRC/RES/33/11"},
		{"records without a number cite nothing", "en", "note:Official Records of the General Assembly, Seventieth Session, Plenary Meetings.", ""},
	} {
		if got := targets(find(t, test.lang, ga, test.text, record.Body)); got != test.want {
			t.Errorf("%s (%s): %q gives %q, want %q", test.protects, test.lang, test.text, got, test.want)
		}
	}
}
