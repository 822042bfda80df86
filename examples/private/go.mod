module example.com/private

go 1.21

require code.corp.example/tools/banner.git v0.2.0

require (
	example.com/text/v2 v2.1.0 // indirect
	git.corp.example/team/greeting.git v1.3.0 // indirect
)
