// Package office reads the files of word processors: Word's DOCX and its older
// DOC, OpenDocument text packed and flat, and RTF. What it gives is what the
// page shows: automatic numbers as marks, notes behind the paragraph that bears
// them, tracked changes accepted; hidden and deleted text, codes of fields and
// second versions of the same drawing are left out. Of the pages' heads only
// the first is text, as UN papers print their masthead there.
package office
