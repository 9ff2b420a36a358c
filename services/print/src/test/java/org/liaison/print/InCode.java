package org.liaison.print;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// The sentences that stand in our code: every text, put together or not, that reads like one. What is put in where the
/// program runs is `{0}`, `{1}` ...
final class InCode {

    private static final Pattern LINE_OF_TABLE = Pattern.compile("[A-Z_]+(?: +(?:yes|no|never|agreed))+ +(.+)");
    private static final Path ROOT = Path.of("..", "..");

    /// The sentences of all files of a package, or of one file.
    static Set<String> sentences(String... places) {
        Set<String> sentences = texts("", places);
        sentences.removeIf(text -> !text.contains(" ") || !Sentences.isSentence(text));
        return sentences;
    }

    /// What is only part of a sentence.
    static Set<String> fragments(String... places) {
        Set<String> fragments = texts("", places);
        fragments.removeIf(
                text -> !text.strip().contains(" ") || text.contains("\\") || text.matches(".*[.?: ]|[ ,;].*"));
        return fragments;
    }

    /// The sentences that are arguments of one method.
    static Set<String> sentencesIn(String method, String... places) {
        Set<String> sentences = texts(method, places);
        sentences.removeIf(text -> !Sentences.isSentence(text));
        return sentences;
    }

    /// What each class of information is: the last cell of a line of the table.
    static Set<String> classes(String place) {
        Set<String> classes = new LinkedHashSet<>();
        for (String text : texts("", place))
            text.lines()
                    .map(LINE_OF_TABLE::matcher)
                    .filter(java.util.regex.Matcher::matches)
                    .forEach(line -> classes.add(line.group(1)));
        return classes;
    }

    private static Set<String> texts(String method, String... places) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        Set<String> texts = new LinkedHashSet<>();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(
                    Stream.of(places).flatMap(InCode::sources).toList());
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of(), null, sources);
            for (CompilationUnitTree unit : task.parse()) new Texts(texts, method).scan(unit, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Stream<Path> sources(String place) {
        Path path = ROOT.resolve(place);
        if (!Files.isDirectory(path)) return Stream.of(path);
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Texts extends TreeScanner<Void, Void> {

        private static final String ARGUMENT = "\0";

        private final Set<String> found;
        private final String method;
        private boolean inside;

        Texts(Set<String> found, String method) {
            this.found = found;
            this.method = method;
            this.inside = method.isEmpty();
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            boolean before = inside;
            inside |= call.getMethodSelect().toString().equals(method);
            super.visitMethodInvocation(call, nothing);
            inside = before;
            return null;
        }

        /// What is thrown is for whoever runs the program.
        @Override
        public Void visitThrow(ThrowTree thrown, Void nothing) {
            return null;
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
            return null;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String) add(literal);
            return null;
        }

        @Override
        public Void visitBinary(BinaryTree sum, Void nothing) {
            if (!isText(sum)) return super.visitBinary(sum, nothing);
            add(sum);
            return null;
        }

        private boolean isText(Tree tree) {
            return switch (tree) {
                case LiteralTree literal -> literal.getValue() instanceof String;
                case BinaryTree sum
                when sum.getKind() == Tree.Kind.PLUS -> isText(sum.getLeftOperand()) || isText(sum.getRightOperand());
                case ParenthesizedTree inner -> isText(inner.getExpression());
                case ConditionalExpressionTree either ->
                    isText(either.getTrueExpression()) || isText(either.getFalseExpression());
                default -> false;
            };
        }

        /// Every way in which the text can be put together.
        private List<String> ways(Tree tree) {
            List<String> ways = new ArrayList<>();
            switch (tree) {
                case LiteralTree literal -> ways.add(String.valueOf(literal.getValue()));
                case BinaryTree sum
                when isText(sum) -> {
                    List<String> after = ways(sum.getRightOperand());
                    for (String start : ways(sum.getLeftOperand())) after.forEach(end -> ways.add(start + end));
                }
                case ParenthesizedTree inner -> ways.addAll(ways(inner.getExpression()));
                case ConditionalExpressionTree either
                when isText(either) -> {
                    ways.addAll(ways(either.getTrueExpression()));
                    ways.addAll(ways(either.getFalseExpression()));
                }
                default -> {
                    scan(tree, null);
                    ways.add(ARGUMENT);
                }
            }
            return ways;
        }

        private void add(Tree tree) {
            for (String way : ways(tree)) {
                StringBuilder text = new StringBuilder();
                int argument = 0;
                for (char c : way.toCharArray())
                    if (c == ARGUMENT.charAt(0))
                        text.append('{').append(argument++).append('}');
                    else text.append(c);
                if (inside) found.add(text.toString());
            }
        }
    }

    private InCode() {}
}
