package office

// cell is a place in a table.
type cell struct{ table, row, column, span int }

// cells are the places in the tables that are open, the innermost last.
type cells []cell

// inner returns the place in the innermost table, nil outside.
func (c cells) inner() *cell {
	if len(c) == 0 {
		return nil
	}
	return &c[len(c)-1]
}

// leave ends the innermost table, if one is open.
func (c *cells) leave() {
	if n := len(*c); n > 0 {
		*c = (*c)[:n-1]
	}
}
