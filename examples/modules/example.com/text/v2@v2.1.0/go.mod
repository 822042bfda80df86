module example.com/text/v2

go 1.21
