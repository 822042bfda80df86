package io.jenkins.plugins.gomodules.goproxy;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
public record RevInfo(byte[] b) { public static RevInfo parse(byte[] b, ModuleVersion m, String p) throws InvalidAnswerException { return new RevInfo(b);} public byte[] toJson(){return b;} }
