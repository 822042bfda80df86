module example.com/greeter

go 1.21

require (
	example.com/Acme/log v1.0.1
	example.com/greet v1.2.0
)

require example.com/words v0.3.1 // indirect
