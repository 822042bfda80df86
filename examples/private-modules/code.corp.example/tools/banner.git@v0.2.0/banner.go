// Package banner frames the greeting of another private module.
package banner

import (
	"example.com/text/v2"
	"git.corp.example/team/greeting.git"
)

// Morning is the greeting in its frame.
func Morning() string {
	return text.Frame(greeting.Colleagues())
}
