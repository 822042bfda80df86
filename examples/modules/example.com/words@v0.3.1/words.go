// Package words knows what people say to each other.
package words

// Hello is what one says on meeting.
func Hello(language string) string {
	switch language {
	case "fr":
		return "Bonjour"
	case "de":
		return "Guten Tag"
	default:
		return "Hello"
	}
}
