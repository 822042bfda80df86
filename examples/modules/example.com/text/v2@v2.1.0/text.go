// Package text frames lines; the second major version has its number in its path.
package text

import "strings"

// Frame draws a box around a line.
func Frame(line string) string {
	bar := "+" + strings.Repeat("-", len(line)+2) + "+"
	return bar + "\n| " + line + " |\n" + bar
}
