package authority

import (
	"testing"
	"time"
)

// The tables' date is a day, and none that a row took from the future.
func TestDate(t *testing.T) {
	day, err := time.Parse(time.DateOnly, Date())
	if err != nil || day.Year() < 2024 || day.After(time.Now()) {
		t.Errorf("the tables are said to be of %q (%v)", Date(), err)
	}
}
