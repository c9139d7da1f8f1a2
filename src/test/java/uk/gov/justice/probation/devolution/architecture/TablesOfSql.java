package uk.gov.justice.probation.devolution.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The tables that an SQL text reads and writes, through aliases, joins, subselects and common table expressions.
 * Partial statements are read as far as they go. Text without SQL names no tables; SQL keywords must be in capitals.
 */
final class TablesOfSql {

    /** Placeholder where the text is put together from values. */
    static final String VALUE = "{}";

    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|--[^\\n]*|/\\*.*?\\*/|\\{}|%(?:\\d+\\$)?[sd]|:?[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*|\\.\\*)*|\\S",
            Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Set<String> FUNCTIONS_WITH_FROM = Set.of("EXTRACT", "TRIM", "SUBSTRING", "SUBSTR");
    private static final Set<String> END_OF_TABLES =
            Set.of("WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "UNION", "VALUES", "SELECT", "FOR", "WINDOW");
    private static final Set<String> BEFORE_TABLE = Set.of("LATERAL", "IGNORE", "LOW_PRIORITY", "FETCH");
    private static final Set<String> NO_ALIAS = Set.of(
            "ON",
            "USING",
            "WHERE",
            "SET",
            "JOIN",
            "STRAIGHT_JOIN",
            "LEFT",
            "RIGHT",
            "INNER",
            "CROSS",
            "NATURAL",
            "OUTER",
            "FULL",
            "GROUP",
            "ORDER",
            "HAVING",
            "LIMIT",
            "UNION",
            "FOR",
            "LOCK",
            "VALUES",
            "SELECT",
            "USE",
            "FORCE",
            "IGNORE",
            "WINDOW",
            "FETCH",
            "AND",
            "OR");

    private final List<String> tokens;
    private final boolean anyCase;
    private final Set<String> expressions;
    private final Set<String> read = new TreeSet<>();
    private final Set<String> written = new TreeSet<>();
    private int at;

    private TablesOfSql(String text, boolean anyCase) {
        this.tokens = TOKEN.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(token -> !token.startsWith("--") && !token.startsWith("/*"))
                .toList();
        this.anyCase = anyCase;
        this.expressions = expressions();
    }

    static TablesOfSql in(String sql) {
        return new TablesOfSql(sql, false).read();
    }

    /** For a JPA query, its entities. Its keywords may be in small letters. */
    static TablesOfSql inQuery(String query) {
        return new TablesOfSql(query, true).read();
    }

    Set<String> reads() {
        return read;
    }

    Set<String> writes() {
        return written;
    }

    /** Common table expressions, which parts of the statement elsewhere may name. */
    Set<String> ownNames() {
        return expressions;
    }

    private TablesOfSql read() {
        while (at < tokens.size()) new Level(false, false).read();
        read.removeAll(expressions);
        return this;
    }

    private Set<String> expressions() {
        Set<String> names = new TreeSet<>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (!NAME.matcher(tokens.get(i)).matches()
                    || !(i == 0 || Set.of("WITH", "RECURSIVE", ",", VALUE).contains(word(i - 1)))) continue;
            int as = tokens.get(i + 1).equals("(") ? afterParenthesis(i + 1) : i + 1;
            if (word(as).equals("AS") && word(as + 1).equals("(")) names.add(tokens.get(i));
        }
        return names;
    }

    private int afterParenthesis(int opening) {
        int depth = 0;
        for (int i = opening; i < tokens.size(); i++) {
            if (tokens.get(i).equals("(")) depth++;
            if (tokens.get(i).equals(")") && --depth == 0) return i + 1;
        }
        return tokens.size();
    }

    private static String named(String token) {
        return token.startsWith("%") ? VALUE : token;
    }

    private String word(int index) {
        if (index < 0 || index >= tokens.size()) return "";
        String token = tokens.get(index);
        return anyCase && token.equals(token.toLowerCase(Locale.ROOT)) ? token.toUpperCase(Locale.ROOT) : token;
    }

    /** The text between two parentheses, or outside of all. */
    private final class Level {
        private final Map<String, String> tablesByAlias = new LinkedHashMap<>();
        private final Set<String> tables = new LinkedHashSet<>();
        private final List<String> targets = new ArrayList<>();
        private final boolean argument;
        private String verb = "";
        private boolean table;
        private boolean list;
        private boolean setting;

        Level(boolean table, boolean argument) {
            this.table = table;
            this.list = table;
            this.argument = argument;
        }

        void read() {
            boolean open = true;
            while (open && at < tokens.size()) {
                String word = word(at++);
                switch (word) {
                    case ")", ";" -> open = false;
                    case "(" -> inner();
                    case "INSERT", "DELETE" -> verb = word;
                    case "REPLACE" -> verb = word(at).equals("(") ? verb : word;
                    case "INTO" -> {
                        verb = verb.isEmpty() ? "INSERT" : verb;
                        if (at < tokens.size()) written.add(named(tokens.get(at++)));
                    }
                    case "UPDATE" -> update(word(at - 2));
                    case "FROM" -> from();
                    case "JOIN", "STRAIGHT_JOIN" -> table = list = true;
                    case "SET" -> {
                        table = list = false;
                        setting = verb.equals("UPDATE");
                    }
                    case "," -> table = list;
                    default -> other(word);
                }
            }
            tables.forEach(name -> (isWritten(name) ? written : read).add(name));
        }

        private void inner() {
            boolean tables = table && !Set.of("SELECT", "WITH", "VALUES").contains(word(at));
            boolean follows = table;
            table = false;
            Level inside = new Level(tables, FUNCTIONS_WITH_FROM.contains(word(at - 2)));
            inside.read();
            tablesByAlias.putAll(tables ? inside.tablesByAlias : Map.of());
            if (follows) alias();
        }

        private void update(String before) {
            if (before.equals("KEY")) table = list = false;
            if (before.equals("KEY") || before.equals("FOR") || before.equals("ON")) return;
            verb = "UPDATE";
            table = list = true;
        }

        private void from() {
            if (argument) return;
            table = list = true;
            if (verb.equals("DELETE")
                    && targets.isEmpty()
                    && NAME.matcher(word(at)).matches()) targets.add(tokens.get(at));
        }

        private void other(String word) {
            if (END_OF_TABLES.contains(word)) {
                table = list = setting = false;
            } else if (table && !BEFORE_TABLE.contains(word)) {
                table = false;
                table(tokens.get(at - 1));
            } else if (setting && word(at).equals("=") && Set.of("SET", ",").contains(word(at - 2))) {
                target(tokens.get(at - 1));
            } else if (verb.equals("DELETE") && tables.isEmpty() && !list) {
                targets.add(tokens.get(at - 1).replace(".*", ""));
            }
        }

        /** A function produces rows from its arguments, and a path begins at another entity. */
        private void table(String name) {
            boolean dual = name.equals("DUAL");
            if (word(at).equals("(") || name.contains(".") || dual) return;
            if (named(name).equals(VALUE)) {
                tables.add(VALUE);
            } else if (NAME.matcher(name).matches()) {
                tables.add(name);
                tablesByAlias.put(name, name);
                String alias = alias();
                if (alias != null) tablesByAlias.put(alias, name);
            }
        }

        private String alias() {
            if (word(at).equals("AS")) at++;
            if (NO_ALIAS.contains(word(at)) || !NAME.matcher(word(at)).matches()) return null;
            return tokens.get(at++);
        }

        private void target(String column) {
            int dot = column.indexOf('.');
            if (dot >= 0) targets.add(column.substring(0, dot));
            else targets.addAll(tables);
        }

        private boolean isWritten(String name) {
            if (verb.equals("UPDATE") && targets.isEmpty()) return true;
            return Set.of("UPDATE", "DELETE").contains(verb)
                    && targets.stream()
                            .anyMatch(target ->
                                    tablesByAlias.getOrDefault(target, target).equals(name));
        }
    }
}
