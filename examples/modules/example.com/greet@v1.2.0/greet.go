// Package greet greets.
package greet

import "example.com/words"

// Greet greets somebody in a language.
func Greet(language, name string) string {
	return words.Hello(language) + ", " + name + "!"
}
