package io.jenkins.plugins.gomodules.cli;
class PrefetchJson { static String of(Object r){return r.toString();} }
