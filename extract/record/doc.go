// Package record holds the two things that every stage of uncite passes on:
// the Document that was read, and the Reference that was found in it. It
// knows nothing of how either came about and imports nothing of the project.
package record
