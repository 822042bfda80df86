// Package api shows a line in a frame.
package api

import "example.com/text/v2"

// Show frames a line.
func Show(line string) string {
	return text.Frame(line)
}
