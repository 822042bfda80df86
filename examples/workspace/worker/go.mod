module example.com/shop/worker

go 1.21

require (
	example.com/clock v0.0.0-20240102030405-abcdef123456
	example.com/shop/api v0.0.0
)

require example.com/text/v2 v2.1.0 // indirect

replace example.com/shop/api => ../api
