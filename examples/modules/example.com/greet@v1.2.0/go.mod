module example.com/greet

go 1.21

require example.com/words v0.3.1
