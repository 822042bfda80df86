// Package greeting knows whom to greet, which is nobody else's business.
package greeting

// Colleagues says good morning inside the company.
func Colleagues() string {
	return "Good morning, colleagues"
}
