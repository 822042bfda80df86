package io.jenkins.plugins.gomodules.jenkins.failures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class FailingNodesTest {
    /**
     * A Pipeline's graph from a few lines, one a node, in the order in which they came:
     *
     * <pre>
     * name function[!error][?][~] [&lt; parent parent]
     * </pre>
     *
     * A function with <code>{</code> behind it starts a block, one with <code>}</code> before it ends the block of that name. The parent is
     * the line before unless others are named. {@code ?} is doubtful, {@code ~} interrupted, {@code =name} a stage, {@code
     * &name} a branch, {@code +} forgiving.
     */
    private static PipelineGraph graph(String text) {
        List<PipelineNode> nodes = new ArrayList<>();
        String last = null;
        for (String line : text.strip().split("\n")) {
            String[] words = line.strip().split("\\s+");
            String id = words[0];
            String function = words[1];
            int error = -1;
            boolean doubtful = false;
            boolean interrupted = false;
            boolean forgiving = false;
            boolean branch = false;
            String name = "";
            List<String> parents = last == null ? List.of() : List.of(last);
            for (int i = 2; i < words.length; i++) {
                String word = words[i];
                switch (word.charAt(0)) {
                    case '!' -> error = word.charAt(1);
                    case '?' -> doubtful = true;
                    case '~' -> interrupted = true;
                    case '+' -> forgiving = true;
                    case '=' -> name = word.substring(1);
                    case '&' -> {
                        name = word.substring(1);
                        branch = true;
                    }
                    default -> {
                        parents = List.of(words).subList(i + 1, words.length);
                        i = words.length;
                    }
                }
            }
            boolean start = function.endsWith("{");
            boolean end = function.startsWith("}");
            String step = function.replace("{", "").replace("}", "");
            nodes.add(
                    0,
                    new PipelineNode(
                            id,
                            step,
                            start,
                            end ? id.substring(1) : "",
                            parents,
                            error,
                            interrupted,
                            "",
                            name,
                            branch,
                            doubtful,
                            forgiving));
            last = id;
        }
        return new PipelineGraph(nodes);
    }

    private static List<String> failing(String text) {
        return FailingNodes.of(graph(text), true).stream().map(PipelineNode::id).toList();
    }

    private static List<String> before(String text, String id) {
        PipelineGraph graph = graph(text);
        return FailingNodes.before(graph, graph.node(id)).stream()
                .map(PipelineNode::id)
                .toList();
    }

    @Test
    void theErrorAtTheEndLeadsToItsStep() {
        String text = """
                S {
                N node{
                B node{ =Build
                1 sh
                2 sh !a
                /B }node !a
                /N }node !a
                /S } !a
                """;
        assertEquals(List.of("2"), failing(text));
        PipelineGraph graph = graph(text);
        assertEquals("Build", graph.path(graph.node("2")));
        assertEquals("Build", graph.path(graph.node("/B")));
        assertEquals("", graph.path(graph.node("/N")));
    }

    @Test
    void whatIsCleanedUpAfterwardsIsNotToBlame() {
        assertEquals(List.of("1"), failing("""
                S {
                N node{
                1 sh !a
                2 sh
                /N }node !a
                3 sh
                /S } !a
                """));
    }

    @Test
    void anErrorThatABlockTellsInOtherWordsIsThatInIt() {
        assertEquals(List.of("1"), failing("""
                S {
                W withGoModules{
                1 sh !a
                /W }withGoModules !b
                /S } !b
                """));
    }

    @Test
    void aBlockMayFailByItself() {
        assertEquals(List.of("/W"), failing("""
                S {
                W withGoModules{
                /W }withGoModules !a
                /S } !a
                """));
        assertEquals(List.of("/W"), failing("""
                S {
                W withGoModules{
                1 sh
                /W }withGoModules !a
                /S } !a
                """));
    }

    @Test
    void eachBranchHasItsOwn() {
        String text = """
                S {
                P parallel{
                A parallel{ &linux
                1 sh
                2 sh !a
                /A }parallel !a
                B parallel{ &windows < P
                3 bat !b
                /B }parallel !b
                C parallel{ &mac < P
                4 sh
                /C }parallel
                D parallel{ &slow < P
                5 sh !c ~
                /D }parallel !c ~
                /P }parallel !a < /A /B /C /D
                /S } !a
                """;
        assertEquals(List.of("2", "3"), failing(text));
        PipelineGraph graph = graph(text);
        assertEquals("linux", graph.path(graph.node("2")));
        assertEquals("windows", graph.path(graph.node("3")));
    }

    @Test
    void ofSeveralAttemptsTheLastCounts() {
        assertEquals(List.of("2"), failing("""
                S {
                R retry{
                Q retry{
                1 sh !a
                /Q }retry !a
                T retry{ < /Q
                2 sh !b
                /T }retry !b
                /R }retry !b
                /S } !b
                """));
    }

    @Test
    void whatCatchErrorNotedCountsAfterWhatStoppedTheBuild() {
        String noted = """
                S {
                C catchError{
                D catchError{
                1 sh !a
                /D }catchError !a
                /C }catchError
                2 sh
                """;
        assertEquals(List.of("1"), failing(noted + "/S }"));
        assertEquals(List.of("3", "1"), failing(noted + "3 sh !b\n/S } !b"));
        assertEquals(
                List.of(),
                failing(noted.replace("C catchError{", "C catchError{ +") + "/S }").stream()
                        .filter(id -> !id.equals("1"))
                        .toList());
        assertEquals(List.of("3"), failing(noted.replace("C catchError{", "C catchError{ +") + "3 sh !b\n/S } !b"));
    }

    @Test
    void anUnstableBuildHasOnlyWhatMadeItSo() {
        PipelineGraph graph = graph("""
                S {
                1 sh !b
                C warnError{
                D warnError{
                2 sh !a
                /D }warnError !a
                /C }warnError ?
                3 junit ?
                /S }
                """);
        assertEquals(
                List.of("2"),
                FailingNodes.of(graph, false).stream().map(PipelineNode::id).toList());
    }

    @Test
    void aScriptThatCallsTheBuildFailedDoesSoForWhatItCaught() {
        assertEquals(List.of("2", "1"), failing("""
                S {
                1 sh !a
                2 sh ?
                3 sh
                /S }
                """));
    }

    @Test
    void nothingIsToBlameForAnAbort() {
        assertEquals(List.of(), failing("S {\n1 sh !a ~\n/S } !a ~"));
        assertEquals(List.of(), failing("S {\n/S }"));
        assertEquals(List.of(), FailingNodes.of(new PipelineGraph(List.of()), true));
    }

    @Test
    void beforeAnErrorOfTheScriptComesWhatItCaughtInTheSameBranch() {
        String text = """
                S {
                0 sh !z
                P parallel{
                A parallel{ &a
                1 sh !a
                2 sh ?
                3 sh
                N dir{
                4 sh !b ~
                /N }dir
                5 error !c
                /A }parallel !c
                B parallel{ &b < P
                6 sh !d
                /B }parallel
                /P }parallel !c < /A /B
                /S } !c
                """;
        assertEquals(List.of("5"), failing(text));
        assertEquals(List.of("4", "2", "1"), before(text, "5"));
        assertEquals(List.of("0"), before(text, "P"));
    }

    @Test
    void allBranchesOfAParallelThatIsOverComeBefore() {
        String text = """
                S {
                P parallel{
                A parallel{ &a
                1 sh ?
                /A }parallel
                B parallel{ &b < P
                2 sh ?
                /B }parallel
                /P }parallel < /A /B
                3 error !c
                /S } !c
                """;
        assertEquals(List.of("1", "2"), before(text, "3"));
    }
}
