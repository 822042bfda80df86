module code.corp.example/tools/banner.git

go 1.21

require (
	example.com/text/v2 v2.1.0
	git.corp.example/team/greeting.git v1.3.0
)
