module example.com/broken

go 1.21

require (
	example.com/greet v1.2.0
	example.com/text/v2 v2.9.0
	example.com/words v0.3.1
)
