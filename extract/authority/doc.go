// Package authority knows the named things of the United Nations: treaties
// and other instruments, bodies and offices, States, and the titles and
// dates of resolutions. Its knowledge stands in the tables of data/, which a
// reader can check and correct; the package loads them, answers look-ups and
// offers the names to the matcher.
package authority
