package uk.gov.justice.probation.devolution.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;

/** The SQL texts of each source file, each put together as far as it is written in one place. */
final class SqlOfSources {

    /** @param ownNames of the file's common table expressions */
    record Source(Path file, List<TablesOfSql> statements, Set<String> ownNames) {

        String className() {
            return file.getFileName().toString().replace(".java", "");
        }
    }

    private static final Set<String> WITH_A_QUERY = Set.of("Query", "Formula");
    private static final Set<String> LEAVING_TEXT = Set.of("formatted", "strip", "stripIndent", "indent");
    /** {@code KnownCodes} reads the table that it is given. */
    private static final String KNOWN_CODES = "known.of";

    private SqlOfSources() {}

    static List<Source> under(Path folder) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                var found = Files.walk(folder)) {
            List<Path> sources = found.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .map(SqlOfSources::source)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source source(CompilationUnitTree unit) {
        Texts texts = new Texts(unit);
        texts.scan(unit, false);
        Set<String> ownNames = new TreeSet<>();
        texts.statements.forEach(statement -> ownNames.addAll(statement.ownNames()));
        return new Source(Path.of(unit.getSourceFile().toUri()), texts.statements, ownNames);
    }

    /** The scanner's argument says whether it is inside a JPA query. */
    private static final class Texts extends TreeScanner<Void, Boolean> {
        private final List<TablesOfSql> statements = new ArrayList<>();
        private final Map<String, ExpressionTree> constants = new HashMap<>();

        Texts(CompilationUnitTree unit) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitVariable(VariableTree variable, Void none) {
                    if (variable.getInitializer() != null)
                        constants.put(variable.getName().toString(), variable.getInitializer());
                    return super.visitVariable(variable, none);
                }
            }.scan(unit, null);
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Boolean query) {
            return super.visitAnnotation(
                    annotation,
                    WITH_A_QUERY.contains(annotation.getAnnotationType().toString()));
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Boolean query) {
            if (literal.getValue() instanceof String text) add(text, query);
            return null;
        }

        @Override
        public Void visitBinary(BinaryTree binary, Boolean query) {
            if (binary.getKind() != Tree.Kind.PLUS) return super.visitBinary(binary, query);
            add(text(binary, query), query);
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Boolean query) {
            if (call.getMethodSelect().toString().equals(KNOWN_CODES))
                add("SELECT code FROM " + text(call.getArguments().getFirst(), query), query);
            return super.visitMethodInvocation(call, query);
        }

        private void add(String text, boolean query) {
            statements.add(query ? TablesOfSql.inQuery(text) : TablesOfSql.in(text));
        }

        /** Anything not recognised here is scanned separately. */
        private String text(ExpressionTree expression, boolean query) {
            return switch (expression) {
                case LiteralTree literal -> String.valueOf(literal.getValue());
                case ParenthesizedTree inner -> text(inner.getExpression(), query);
                case BinaryTree sum
                when sum.getKind() == Tree.Kind.PLUS ->
                    text(sum.getLeftOperand(), query) + text(sum.getRightOperand(), query);
                case IdentifierTree name
                when isText(constants.get(name.getName().toString())) ->
                    text(constants.get(name.getName().toString()), query);
                case MethodInvocationTree call
                when call.getMethodSelect() instanceof MemberSelectTree of
                        && LEAVING_TEXT.contains(of.getIdentifier().toString())
                        && isText(of.getExpression()) -> {
                    scan(call.getArguments(), query);
                    yield text(of.getExpression(), query);
                }
                default -> {
                    scan(expression, query);
                    yield TablesOfSql.VALUE;
                }
            };
        }

        private static boolean isText(ExpressionTree expression) {
            return switch (expression) {
                case null -> false;
                case LiteralTree literal -> literal.getValue() instanceof String;
                case ParenthesizedTree inner -> isText(inner.getExpression());
                case BinaryTree sum ->
                    sum.getKind() == Tree.Kind.PLUS && (isText(sum.getLeftOperand()) || isText(sum.getRightOperand()));
                case MethodInvocationTree call ->
                    call.getMethodSelect() instanceof MemberSelectTree of
                            && LEAVING_TEXT.contains(of.getIdentifier().toString())
                            && isText(of.getExpression());
                default -> false;
            };
        }
    }
}
