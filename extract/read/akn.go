package read

import "uncite/extract/record"

func isAkomaNtoso(head []byte) bool { return false }

func readAkomaNtoso(data []byte) ([]*record.Document, error) { return nil, nil }
