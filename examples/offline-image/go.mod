module example.com/banner

go 1.21

require (
	example.com/greet v1.2.0
	example.com/text/v2 v2.1.0
)

require example.com/words v0.3.1 // indirect
