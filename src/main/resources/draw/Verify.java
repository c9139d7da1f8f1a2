import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks a draw of places from its published documents. It needs Java 21 or later and nothing else.
 *
 * <pre>
 * java Verify.java draw.json
 * java Verify.java draw.json row.json          your own row
 * java Verify.java draw.json request.json      everybody's rows, and the draw computed again
 * </pre>
 *
 * Add what the page showed before, as you wrote it down then: --secret-sha256 HEX, shown when the places were
 * published, --root HEX, shown when the last person's time to answer had ended, and --second-root HEX, shown when the
 * places were shared out, if it was another.
 *
 * <p>It prints what agrees and stops at the first difference. It ends with 0 if nothing differs, 1 if something
 * differs, 2 if a document cannot be read. It follows the rules that are published with it and shares nothing with the
 * product.
 */
public class Verify {
    static final int LONGEST_WORD = 100;
    static final String USAGE =
            "java Verify.java [--secret-sha256 HEX] [--root HEX] [--second-root HEX] draw.json [row.json] [request.json]";

    static class Differs extends RuntimeException {
        Differs(String message) {
            super(message);
        }
    }

    static class Unusable extends RuntimeException {
        Unusable(String message) {
            super(message);
        }
    }

    public static void main(String[] arguments) {
        System.setOut(new java.io.PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8));
        List<String> paths = new ArrayList<>();
        String secretSha256 = null;
        String root = null;
        String secondRoot = null;
        for (int i = 0; i < arguments.length; i++) {
            boolean more = i + 1 < arguments.length;
            if (arguments[i].equals("--secret-sha256") && more) secretSha256 = arguments[++i];
            else if (arguments[i].equals("--root") && more) root = arguments[++i];
            else if (arguments[i].equals("--second-root") && more) secondRoot = arguments[++i];
            else if (arguments[i].startsWith("--")) {
                System.out.println(USAGE);
                System.exit(2);
            } else paths.add(arguments[i]);
        }
        try {
            check(paths, secretSha256, root, secondRoot);
        } catch (Differs difference) {
            System.out.println("DIFFERS: " + difference.getMessage());
            System.exit(1);
        } catch (Unusable problem) {
            System.out.println("CANNOT BE CHECKED: " + problem.getMessage());
            System.exit(2);
        }
        System.out.println("Everything that could be checked agrees.");
    }

    static void check(List<String> paths, String secretSha256, String root, String secondRoot) {
        Map<String, Map<String, Object>> documents = new HashMap<>();
        for (String path : paths) {
            Map<String, Object> document = read(path);
            String kind = Objects.toString(field(document, "format"));
            if (!List.of("psc-draw-1", "psc-draw-row-1", "psc-draw-request-1").contains(kind)
                    || documents.put(kind, document) != null)
                throw new Unusable(path + " is of no known format, or one of its kind was given already.");
        }
        Map<String, Object> draw = documents.get("psc-draw-1");
        if (draw == null) throw new Unusable("Give draw.json, with row.json or request.json if you have them.");
        Set<String> consultations = documents.values().stream()
                .map(document -> text(field(document, "consultation")))
                .collect(Collectors.toSet());
        if (consultations.size() > 1) throw new Differs("The documents are of different consultations.");
        checkSecret(draw, secretSha256);
        checkWords(draw);
        Long seed = checkSeed(draw);
        checkRoot(draw, root, secondRoot);
        List<String> order = null;
        if (seed == null) {
            System.out.println("not yet: the seed is published when everybody's letter is written");
        } else {
            List<String> numbers = texts(draw, "numbers");
            mustBe(field(draw, "people"), whole(new HashSet<>(numbers).size()), "Published numbers, each different");
            mustBe(field(draw, "people"), whole(numbers.size()), "Published numbers");
            order = lottery(numbers, seed);
            BigInteger sum = BigInteger.ZERO;
            for (Object total : list(draw, "totals")) sum = sum.add(integer(object(total), "people"));
            mustBe(sum, whole(numbers.size()), "Sum of the totals");
            agrees("there is a number for each of %d people, and the totals add up to them".formatted(numbers.size()));
        }
        if (documents.containsKey("psc-draw-row-1")) checkRow(draw, documents.get("psc-draw-row-1"), order);
        if (documents.containsKey("psc-draw-request-1")) checkRequest(draw, documents.get("psc-draw-request-1"), order);
    }

    static void agrees(String what) {
        System.out.println("agrees: " + what);
    }

    static void mustBe(Object shown, Object computed, String what) {
        if (!Objects.equals(shown, computed))
            throw new Differs(
                    "%s: the document says %s, computed is %s.".formatted(what, said(shown), said(computed)));
    }

    static String said(Object value) {
        if (value instanceof Collection<?> many)
            return many.isEmpty() ? "none" : many.stream().map(Verify::said).collect(Collectors.joining(", "));
        return value == null ? "nothing" : value.toString();
    }

    // The seed

    static void checkSecret(Map<String, Object> draw, String writtenDown) {
        if (writtenDown != null) {
            mustBe(
                    field(draw, "secretSha256"),
                    writtenDown.strip().toLowerCase(),
                    "SHA-256 of the secret, as you wrote it down");
            agrees("the SHA-256 of the secret is the one that you wrote down");
        }
        if (field(draw, "secret") == null) return;
        byte[] secret = hexadecimal(draw.get("secret"), "The secret");
        mustBe(field(draw, "secretSha256"), hex(sha256(secret)), "SHA-256 of the secret");
        agrees("the secret has the SHA-256 that was shown when the places were published");
    }

    static void checkWords(Map<String, Object> draw) {
        if (field(draw, "words") == null) return;
        List<String> parties = new ArrayList<>();
        for (Object word : list(draw, "words")) parties.add(text(field(object(word), "party")));
        mustBe(parties, new ArrayList<>(new TreeSet<>(parties)), "Parties in the order of their ids");
        for (Object one : list(draw, "words")) {
            Map<String, Object> word = object(one);
            String party = text(field(word, "party"));
            String entered = string(word, "word");
            if (!Normalizer.isNormalized(entered, Normalizer.Form.NFC)
                    || entered.codePointCount(0, entered.length()) > LONGEST_WORD)
                throw new Differs("Word of %s: it is not in the form NFC, or longer than %d characters."
                        .formatted(party, LONGEST_WORD));
            mustBe(
                    field(word, "sha256"),
                    entered.isEmpty() ? "" : hex(sha256(utf8(entered))),
                    "SHA-256 of the word of " + party);
        }
        agrees("the words have the SHA-256 that stand beside them");
    }

    static Long checkSeed(Map<String, Object> draw) {
        if (draw.get("secret") == null) return null;
        StringBuilder lines =
                new StringBuilder("psc-draw-1\n").append(draw.get("secret")).append('\n');
        for (Object one : list(draw, "words"))
            lines.append(object(one).get("party"))
                    .append('=')
                    .append(object(one).get("sha256"))
                    .append('\n');
        long seed = ByteBuffer.wrap(sha256(utf8(lines.toString()))).getLong();
        mustBe(text(field(draw, "seed")), Long.toString(seed), "Seed");
        agrees("the seed is that of the secret and the words");
        return seed;
    }

    static List<String> lottery(List<String> numbers, long seed) {
        byte[] start = ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
        Map<String, byte[]> hashes = new HashMap<>();
        numbers.forEach(number -> hashes.put(number, sha256(start, utf8(number))));
        return numbers.stream()
                .sorted(Comparator.comparing((String number) -> hashes.get(number), Arrays::compareUnsigned)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    // The tree

    static byte[] leaf(Map<String, Object> row) {
        String hashed = "{\"consented\":%s,\"near\":%s,\"number\":%s,\"ranked\":%s,\"salt\":%s}"
                .formatted(
                        written(texts(row, "consented").stream().sorted().toList()),
                        written(texts(row, "near").stream().sorted().toList()),
                        written(text(field(row, "number"))),
                        written(texts(row, "ranked")),
                        written(string(row, "salt")));
        return sha256(new byte[] {0}, utf8(hashed));
    }

    static String written(List<String> texts) {
        return texts.stream().map(Verify::written).collect(Collectors.joining(",", "[", "]"));
    }

    static String written(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> json.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return json.append('"').toString();
    }

    static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    static byte[] rootOf(List<byte[]> leaves) {
        if (leaves.isEmpty()) return sha256();
        if (leaves.size() == 1) return leaves.getFirst();
        int split = Integer.highestOneBit(leaves.size() - 1);
        return node(rootOf(leaves.subList(0, split)), rootOf(leaves.subList(split, leaves.size())));
    }

    static void checkRoot(Map<String, Object> draw, String writtenDown, String second) {
        Object root = field(draw, "root");
        Object atClosing = field(draw, "rootAtClosing");
        Object changes = field(draw, "changes");
        if (writtenDown != null) {
            mustBe(
                    atClosing == null ? root : atClosing,
                    writtenDown.strip().toLowerCase(),
                    "Root of the tree, as you wrote it down");
            agrees("the root of the tree is the one that you wrote down");
        }
        if (second != null) {
            mustBe(root, second.strip().toLowerCase(), "Second root, as you wrote it down");
            agrees("the second root is the one that you wrote down");
        }
        if (atClosing == null) return;
        if (changes == null || atClosing.equals(root)) {
            mustBe(root, atClosing, "Root of the tree, if nothing has changed since closing");
            mustBe(changes(draw), List.of(), "Changes since closing");
            agrees("the root of the tree is the one of closing");
        } else if (changes(draw).isEmpty()) {
            throw new Differs("The root of the tree is not the one of closing, and the document does not say why.");
        } else {
            System.out.println(
                    "changed since closing: the root of the tree; the page says why: " + said(changes(draw)));
        }
    }

    static List<String> changes(Map<String, Object> draw) {
        return field(draw, "changes") == null ? List.of() : texts(draw, "changes");
    }

    static String climbed(Map<String, Object> row, List<Object> path) {
        byte[] found = leaf(row);
        for (Object one : path) {
            Map<String, Object> step = object(one);
            byte[] other = hexadecimal(field(step, "sha256"), "A step of the path");
            Object side = field(step, "side");
            if (!"LEFT".equals(side) && !"RIGHT".equals(side))
                throw new Unusable("A step of the path is neither LEFT nor RIGHT.");
            found = side.equals("LEFT") ? node(other, found) : node(found, other);
        }
        return hex(found);
    }

    /** Whether a row has changed since closing. Only that of somebody who had asked for nothing by then may. */
    static boolean hasAnswered(String number, Map<String, Object> atClosing, Map<String, Object> row) {
        if (Arrays.equals(leaf(atClosing), leaf(row))) return false;
        if (!texts(atClosing, "ranked").isEmpty() || texts(row, "ranked").isEmpty())
            throw new Differs("Row of %s: it is not the one of closing.".formatted(number));
        return true;
    }

    static void checkRowAtClosing(Map<String, Object> draw, String number, Map<String, Object> row, Object document) {
        if (document == null) {
            if (!changes(draw).contains("JOINED"))
                throw new Differs("Row of %s: there was none at closing.".formatted(number));
            System.out.println("changed since closing: the row of %s is new".formatted(number));
            return;
        }
        Map<String, Object> then = object(document);
        Map<String, Object> atClosing = object(field(then, "row"));
        mustBe(text(field(atClosing, "number")), number, "Number of the row at closing");
        mustBe(
                draw.get("rootAtClosing"),
                climbed(atClosing, list(then, "path")),
                "Root of closing from the row of %s and its path".formatted(number));
        if (!hasAnswered(number, atClosing, row)) agrees("the row of %s is the one of closing".formatted(number));
        else if (!changes(draw).contains("ANSWERED"))
            throw new Differs("Row of %s: it is not the one of closing.".formatted(number));
        else
            System.out.println(
                    "changed since closing: the row of %s, who had asked for nothing by then".formatted(number));
    }

    static void checkRow(Map<String, Object> draw, Map<String, Object> document, List<String> order) {
        Map<String, Object> row = object(field(document, "row"));
        String number = text(field(row, "number"));
        mustBe(
                field(draw, "root"),
                climbed(row, list(document, "path")),
                "Root of the tree from the row of %s and its path".formatted(number));
        agrees("the row of %s is in the tree whose root was shown".formatted(number));
        if (draw.get("rootAtClosing") != null) checkRowAtClosing(draw, number, row, field(document, "atClosing"));
        if (order == null || field(document, "result") == null) return;
        Map<String, Object> result = object(document.get("result"));
        mustBe(text(field(result, "number")), number, "Number of the result");
        if (!order.contains(number))
            throw new Differs("Number %s is not among the published numbers.".formatted(number));
        mustBe(
                field(result, "lottery"),
                whole(order.indexOf(number) + 1),
                "Turn of %s in the lottery".formatted(number));
        agrees("%s had turn %s of %d in the lottery".formatted(number, result.get("lottery"), order.size()));
    }

    // The draw

    record Person(String number, List<String> ranked, List<String> near, List<String> allowed) {
        static Person of(Map<String, Object> row, Set<String> options) {
            TreeSet<String> near = new TreeSet<>(texts(row, "near"));
            TreeSet<String> allowed = new TreeSet<>(near);
            allowed.addAll(texts(row, "consented"));
            near.retainAll(options);
            allowed.retainAll(options);
            return new Person(
                    text(field(row, "number")), texts(row, "ranked"), List.copyOf(near), List.copyOf(allowed));
        }
    }

    /** How many have no place at least, and a matching that shows it: everybody without a settled place, null for none. */
    record Matching(int without, Map<String, String> at) {}

    /** The draw, turn by turn. Those without a settled place are kept in a largest matching to what they may have. */
    static class Draw {
        final Map<String, Integer> left;
        final Map<String, List<String>> options = new HashMap<>();
        final Set<String> waiting = new HashSet<>();
        final Map<String, String> settled = new HashMap<>();
        int without = 0;
        Map<String, String> at = new LinkedHashMap<>();

        Draw(Map<String, Integer> places) {
            left = new HashMap<>(places);
        }

        Map<String, String> take(List<Person> people) {
            for (Person person : people) {
                options.put(person.number(), person.near());
                at.put(person.number(), null);
            }
            at = fewest(null, null).at();
            for (Person person : people) turn(person);
            for (Person person : people) {
                if (waiting.contains(person.number())) end(person.number());
            }
            return settled;
        }

        void turn(Person person) {
            int m = fewest(null, null).without();
            for (String option : person.ranked()) {
                if (person.allowed().contains(option) && possible(person.number(), option, m)) {
                    settle(person.number(), option);
                    return;
                }
            }
            List<String> near = person.near().stream()
                    .filter(option -> possible(person.number(), option, m))
                    .toList();
            if (near.isEmpty()) {
                settle(person.number(), null);
            } else {
                waiting.add(person.number());
                options.put(person.number(), near);
                at = fewest(null, null).at();
            }
        }

        void end(String number) {
            for (String option : options.get(number)) {
                if (fewest(number, option) != null) {
                    settle(number, option);
                    return;
                }
            }
        }

        boolean possible(String number, String option, int m) {
            Matching found = fewest(number, option);
            return found != null && found.without() <= m;
        }

        void settle(String number, String option) {
            if (option == null) {
                without++;
                at.remove(number);
            } else {
                at = fewest(number, option).at();
                left.merge(option, -1, Integer::sum);
            }
            waiting.remove(number);
            settled.put(number, option);
        }

        /** If this person has this option; null if it is full, or somebody who waits would have none. */
        Matching fewest(String number, String option) {
            Map<String, Integer> room = new HashMap<>(left);
            if (option != null && room.merge(option, -1, Integer::sum) < 0) return null;
            Map<String, String> now = new LinkedHashMap<>(at);
            now.remove(number);
            Map<String, List<String>> holders = new HashMap<>();
            room.keySet().forEach(place -> holders.put(place, new ArrayList<>()));
            for (Map.Entry<String, String> one : now.entrySet()) {
                String place = one.getValue();
                if (place != null
                        && options.get(one.getKey()).contains(place)
                        && holders.get(place).size() < room.get(place)) holders.get(place).add(one.getKey());
                else one.setValue(null);
            }
            for (String other : now.keySet()) {
                if (now.get(other) == null
                        && waiting.contains(other)
                        && !find(other, now, holders, room, new HashSet<>(), true)) return null;
            }
            Set<String> dead = new HashSet<>();
            for (String other : now.keySet()) {
                if (now.get(other) == null) find(other, now, holders, room, dead, false);
            }
            int none = (int) now.values().stream().filter(Objects::isNull).count();
            return new Matching(without + none, now);
        }

        record Step(String mover, String before) {}

        /**
         * Gives a place along a chain of moves to a free one, or instead of somebody who need not have one. What no
         * chain leads from is dead for those who follow.
         */
        boolean find(
                String number,
                Map<String, String> now,
                Map<String, List<String>> holders,
                Map<String, Integer> room,
                Set<String> dead,
                boolean displaces) {
            Map<String, Step> came = new HashMap<>();
            List<String> queue = new ArrayList<>();
            for (String option : options.get(number)) {
                if (!dead.contains(option)) {
                    came.put(option, new Step(number, null));
                    queue.add(option);
                }
            }
            for (int next = 0; next < queue.size(); next++) {
                String option = queue.get(next);
                if (holders.get(option).size() < room.get(option)) {
                    move(option, came, now, holders);
                    return true;
                }
                for (String holder : holders.get(option)) {
                    if (displaces && !waiting.contains(holder)) {
                        holders.get(option).remove(holder);
                        now.put(holder, null);
                        move(option, came, now, holders);
                        return true;
                    }
                    for (String onward : options.get(holder)) {
                        if (!dead.contains(onward) && !came.containsKey(onward)) {
                            came.put(onward, new Step(holder, option));
                            queue.add(onward);
                        }
                    }
                }
            }
            dead.addAll(came.keySet());
            return false;
        }

        static void move(
                String end, Map<String, Step> came, Map<String, String> now, Map<String, List<String>> holders) {
            for (String option = end; option != null; option = came.get(option).before()) {
                Step step = came.get(option);
                if (step.before() != null) holders.get(step.before()).remove(step.mover());
                holders.get(option).add(step.mover());
                now.put(step.mover(), option);
            }
        }
    }

    static int mostWithAPlace(List<Person> people, Map<String, Integer> places) {
        Draw everybody = new Draw(places);
        for (Person person : people) {
            everybody.options.put(person.number(), person.allowed());
            everybody.at.put(person.number(), null);
        }
        return people.size() - everybody.fewest(null, null).without();
    }

    // The other three aims

    static final String NOWHERE = "";

    /** Every level, everybody's turn in the lottery and the order of ids are digits of one cost. */
    static class Best {
        final Map<String, Integer> places;
        final List<Map<String, BigInteger>> cost = new ArrayList<>();
        final Map<Integer, String> at = new HashMap<>();
        final Map<String, List<Integer>> holders = new HashMap<>();

        Best(List<Person> people, Map<String, Integer> places, String aim, Integer notAsked) {
            this.places = places;
            List<String> options = places.keySet().stream().sorted().toList();
            int longest = people.stream()
                    .mapToInt(person -> person.ranked().size())
                    .max()
                    .orElse(0);
            int ranks = 1;
            for (Person person : people)
                for (String option : person.allowed())
                    ranks = Math.max(ranks, rank(person, option, longest, notAsked));
            BigInteger size = whole(people.size() * (ranks + 1) + options.size() + 2);
            for (int turn = 0; turn < people.size(); turn++) {
                Person person = people.get(turn);
                Map<String, BigInteger> costs = new LinkedHashMap<>();
                for (String option : person.allowed()) {
                    int rank = rank(person, option, longest, notAsked);
                    int id = person.ranked().contains(option) ? 0 : options.indexOf(option);
                    costs.put(option, cost(levels(aim, ranks, rank), people.size(), turn, rank, id, size));
                }
                List<Integer> none = new ArrayList<>(List.of(1));
                none.addAll(Collections.nCopies(aim.equals("BALANCED") ? 1 : ranks, 0));
                costs.put(NOWHERE, cost(none, people.size(), turn, ranks + 1, 0, size));
                cost.add(costs);
            }
            options.forEach(option -> holders.put(option, new ArrayList<>()));
            holders.put(NOWHERE, new ArrayList<>());
            for (int turn = 0; turn < people.size(); turn++) arrive(turn);
        }

        static int rank(Person person, String option, int longest, Integer notAsked) {
            int asked = person.ranked().indexOf(option);
            if (asked >= 0) return asked + 1;
            if (notAsked != null) return notAsked;
            return (person.ranked().isEmpty() ? longest : person.ranked().size()) + 1;
        }

        static List<Integer> levels(String aim, int ranks, int rank) {
            List<Integer> levels = new ArrayList<>(List.of(0));
            if (aim.equals("BALANCED")) levels.add(rank);
            for (int level = 1; level <= ranks && aim.equals("GREEDY"); level++) levels.add(rank == level ? 0 : 1);
            for (int level = ranks; level >= 1 && aim.equals("GENEROUS"); level--) levels.add(rank == level ? 1 : 0);
            return levels;
        }

        static BigInteger cost(List<Integer> levels, int people, int turn, int rank, int id, BigInteger size) {
            BigInteger total = BigInteger.ZERO;
            for (int level : levels) total = total.multiply(size).add(whole(level));
            for (int other = 0; other < people; other++)
                total = total.multiply(size).add(whole(other == turn ? rank : 0));
            for (int other = 0; other < people; other++) total = total.multiply(size).add(whole(other == turn ? id : 0));
            return total;
        }

        record Move(String from, String to) {}

        record Cheapest(BigInteger extra, int turn) {}

        void arrive(int arriving) {
            Map<Move, Cheapest> moves = new HashMap<>();
            at.forEach((turn, option) -> cost.get(turn).forEach((onward, price) -> {
                if (onward.equals(option)) return;
                Cheapest one = new Cheapest(price.subtract(cost.get(turn).get(option)), turn);
                moves.merge(
                        new Move(option, onward), one, (a, b) -> a.extra().compareTo(b.extra()) <= 0 ? a : b);
            }));
            Map<String, BigInteger> price = new HashMap<>(cost.get(arriving));
            Map<String, Move> before = new HashMap<>();
            for (boolean changed = true; changed; ) {
                changed = false;
                for (Map.Entry<Move, Cheapest> one : moves.entrySet()) {
                    Move move = one.getKey();
                    if (!price.containsKey(move.from())) continue;
                    BigInteger sum = price.get(move.from()).add(one.getValue().extra());
                    if (price.containsKey(move.to()) && price.get(move.to()).compareTo(sum) <= 0) continue;
                    price.put(move.to(), sum);
                    before.put(move.to(), move);
                    changed = true;
                }
            }
            String end = price.keySet().stream()
                    .filter(option -> option.equals(NOWHERE)
                            || holders.get(option).size() < places.get(option))
                    .min(Comparator.comparing(price::get))
                    .orElseThrow();
            for (Move move = before.get(end); move != null; move = before.get(end)) {
                int turn = moves.get(move).turn();
                holders.get(move.from()).remove((Object) turn);
                holders.get(end).add(turn);
                at.put(turn, end);
                end = move.from();
            }
            holders.get(end).add(arriving);
            at.put(arriving, end);
        }
    }

    static Map<String, String> best(
            List<Person> people, Map<String, Integer> places, String aim, Integer notAskedRank) {
        Best best = new Best(people, places, aim, notAskedRank);
        Map<String, String> given = new HashMap<>();
        for (int turn = 0; turn < people.size(); turn++) {
            String option = best.at.get(turn);
            given.put(people.get(turn).number(), option.equals(NOWHERE) ? null : option);
        }
        return given;
    }

    static void checkRequest(Map<String, Object> draw, Map<String, Object> document, List<String> order) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Object row : list(document, "rows")) rows.add(object(row));
        List<String> numbers =
                rows.stream().map(row -> text(field(row, "number"))).toList();
        mustBe(whole(rows.size()), field(draw, "people"), "Rows");
        mustBe(numbers, new ArrayList<>(new TreeSet<>(numbers)), "Numbers of the rows in their order");
        mustBe(
                field(draw, "root"),
                hex(rootOf(rows.stream().map(Verify::leaf).toList())),
                "Root of the tree from everybody's rows");
        agrees("the rows of %d people have the root that was shown".formatted(rows.size()));
        if (draw.get("rootAtClosing") != null && !draw.get("rootAtClosing").equals(draw.get("root"))) {
            List<Map<String, Object>> atClosing = new ArrayList<>();
            for (Object row : list(document, "rowsAtClosing")) atClosing.add(object(row));
            checkRowsAtClosing(draw, atClosing, rows);
        }
        if (order == null) return;
        mustBe(order.stream().sorted().toList(), numbers, "Published numbers");
        Map<String, Integer> places = new HashMap<>();
        for (Object place : list(draw, "places"))
            places.put(
                    text(field(object(place), "option")),
                    integer(object(place), "places").intValueExact());
        Map<String, Person> byNumber = new HashMap<>();
        rows.forEach(row -> byNumber.put(text(row.get("number")), Person.of(row, places.keySet())));
        List<Person> people = order.stream().map(byNumber::get).toList();
        String aim = Objects.toString(field(draw, "aim"), "nothing");
        if (!List.of("DRAW", "GREEDY", "GENEROUS", "BALANCED").contains(aim))
            throw new Unusable("There is no aim %s.".formatted(aim));
        Map<String, String> given = aim.equals("DRAW")
                ? new Draw(places).take(people)
                : best(
                        people,
                        places,
                        aim,
                        field(draw, "notAskedRank") == null
                                ? null
                                : integer(draw, "notAskedRank").intValueExact());
        List<Object> results = list(document, "results");
        mustBe(whole(results.size()), whole(people.size()), "Results");
        for (int turn = 0; turn < people.size(); turn++) {
            Map<String, Object> result = object(results.get(turn));
            Person person = people.get(turn);
            mustBe(
                    text(field(result, "number")),
                    person.number(),
                    "Number with turn %d in the lottery".formatted(turn + 1));
            mustBe(field(result, "lottery"), whole(turn + 1), "Turn of %s in the lottery".formatted(person.number()));
            Object place = field(result, "place");
            mustBe(
                    place == null ? null : text(place),
                    given.get(person.number()),
                    "Place of %s".formatted(person.number()));
            Integer choice = choice(person, given);
            mustBe(
                    field(result, "choice"),
                    choice == null ? null : whole(choice),
                    "Choice that %s got".formatted(person.number()));
        }
        agrees("the lottery and the places of %d people, computed again".formatted(people.size()));
        checkTotals(draw, document, people, given, places);
    }

    static Integer choice(Person person, Map<String, String> given) {
        int asked = person.ranked().indexOf(given.get(person.number()));
        return asked < 0 ? null : asked + 1;
    }

    static void checkRowsAtClosing(
            Map<String, Object> draw, List<Map<String, Object>> atClosing, List<Map<String, Object>> rows) {
        List<String> numbers =
                atClosing.stream().map(row -> text(field(row, "number"))).toList();
        mustBe(whole(atClosing.size()), field(draw, "peopleAtClosing"), "Rows at closing");
        mustBe(numbers, new ArrayList<>(new TreeSet<>(numbers)), "Numbers of the rows at closing in their order");
        mustBe(
                draw.get("rootAtClosing"),
                hex(rootOf(atClosing.stream().map(Verify::leaf).toList())),
                "Root of closing from everybody's rows");
        Map<String, Map<String, Object>> before = byNumber(atClosing);
        Map<String, Map<String, Object>> after = byNumber(rows);
        boolean answered = false;
        for (String number : numbers) {
            if (after.containsKey(number)) answered |= hasAnswered(number, before.get(number), after.get(number));
        }
        List<String> changes = new ArrayList<>();
        if (!after.keySet().containsAll(before.keySet())) changes.add("LEFT");
        if (!before.keySet().containsAll(after.keySet())) changes.add("JOINED");
        if (answered) changes.add("ANSWERED");
        mustBe(changes(draw), changes, "Changes since closing");
        agrees("the rows of %d people at closing have the root of then, and nothing else has changed"
                .formatted(atClosing.size()));
    }

    static Map<String, Map<String, Object>> byNumber(List<Map<String, Object>> rows) {
        return rows.stream().collect(Collectors.toMap(row -> text(row.get("number")), row -> row));
    }

    static void checkTotals(
            Map<String, Object> draw,
            Map<String, Object> document,
            List<Person> people,
            Map<String, String> given,
            Map<String, Integer> places) {
        Map<String, Object> totals = object(field(document, "totals"));
        List<Integer> got = people.stream()
                .map(person -> choice(person, given))
                .filter(Objects::nonNull)
                .toList();
        int none = (int) people.stream()
                .filter(person -> given.get(person.number()) == null)
                .count();
        int notAsked = people.size() - got.size() - none;
        List<Object> choices = new ArrayList<>();
        for (int rank = 1; rank <= got.stream().mapToInt(Integer::intValue).max().orElse(0); rank++)
            choices.add(whole(Collections.frequency(got, rank)));
        mustBe(field(totals, "people"), whole(people.size()), "Total of people");
        mustBe(field(totals, "choices"), choices, "Totals by choice");
        mustBe(field(totals, "notAsked"), whole(notAsked), "Total of places that were not asked for");
        mustBe(field(totals, "none"), whole(none), "Total without a place");
        if (draw.get("aim").equals("DRAW"))
            mustBe(
                    field(totals, "moreWithEveryConsent"),
                    whole(mostWithAPlace(people, places) - (people.size() - none)),
                    "How many more would have a place with every consent");
        Map<String, Integer> counted = Map.of(
                "FIRST_CHOICE", Collections.frequency(got, 1),
                "OTHER_CHOICE", got.size() - Collections.frequency(got, 1),
                "NOT_ASKED", notAsked,
                "NO_PLACE", none);
        for (Object one : list(draw, "totals")) {
            List<String> outcomes = texts(object(one), "outcomes");
            int sum = outcomes.stream()
                    .mapToInt(outcome -> counted.getOrDefault(outcome, 0))
                    .sum();
            mustBe(field(object(one), "people"), whole(sum), String.join(" or ", outcomes));
        }
        agrees("the totals");
    }

    // Reading

    static Map<String, Object> read(String path) {
        try {
            return object(new Json(Files.readString(Path.of(path))).whole());
        } catch (IOException | Unusable problem) {
            throw new Unusable("%s cannot be read: %s".formatted(path, problem.getMessage()));
        }
    }

    static Object field(Map<String, Object> document, String name) {
        if (!document.containsKey(name)) throw new Unusable("A document has no '%s'.".formatted(name));
        return document.get(name);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        if (value instanceof Map) return (Map<String, Object>) value;
        throw new Unusable("A part of a document is not as the rules describe it.");
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Map<String, Object> document, String name) {
        if (field(document, name) instanceof List) return (List<Object>) document.get(name);
        throw new Unusable("'%s' is not as the rules describe it.".formatted(name));
    }

    static BigInteger integer(Map<String, Object> document, String name) {
        if (field(document, name) instanceof BigInteger integer) return integer;
        throw new Unusable("'%s' is not as the rules describe it.".formatted(name));
    }

    static String string(Map<String, Object> document, String name) {
        if (field(document, name) instanceof String string) return string;
        throw new Unusable("'%s' is not as the rules describe it.".formatted(name));
    }

    /** Ids, numbers of people and seeds may be written as text or as whole numbers. */
    static String text(Object value) {
        if (value instanceof String || value instanceof BigInteger) return value.toString();
        throw new Unusable("An id is neither text nor a whole number: " + said(value));
    }

    static List<String> texts(Map<String, Object> document, String name) {
        return list(document, name).stream().map(Verify::text).toList();
    }

    static BigInteger whole(int number) {
        return BigInteger.valueOf(number);
    }

    static byte[] hexadecimal(Object value, String what) {
        try {
            if (value instanceof String hex && hex.equals(hex.toLowerCase())) return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException notHexadecimal) {
            // said below
        }
        throw new Unusable(what + " is not hexadecimal in small letters.");
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) sha256.update(part);
            return sha256.digest();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** JSON with whole numbers only; a key may stand once in an object. */
    static class Json {
        private final String text;
        private int at = 0;

        Json(String text) {
            this.text = text;
        }

        Object whole() {
            Object value = value();
            space();
            if (at < text.length()) throw wrong("something follows its end");
            return value;
        }

        private Object value() {
            return switch (peek()) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> string();
                case 't' -> word("true", true);
                case 'f' -> word("false", false);
                case 'n' -> word("null", null);
                default -> number();
            };
        }

        private Map<String, Object> object() {
            Map<String, Object> object = new LinkedHashMap<>();
            expect('{');
            if (peek() == '}') {
                at++;
                return object;
            }
            do {
                peek();
                String key = string();
                peek();
                expect(':');
                Object value = value();
                if (object.containsKey(key)) throw wrong("An object has the same key twice");
                object.put(key, value);
            } while (another('}'));
            return object;
        }

        private List<Object> array() {
            List<Object> array = new ArrayList<>();
            expect('[');
            if (peek() == ']') {
                at++;
                return array;
            }
            do array.add(value());
            while (another(']'));
            return array;
        }

        private boolean another(char end) {
            char next = peek();
            at++;
            if (next != ',' && next != end) throw wrong("a comma or an end is missing");
            return next == ',';
        }

        private String string() {
            expect('"');
            StringBuilder string = new StringBuilder();
            while (true) {
                char c = next();
                if (c == '"') return string.toString();
                if (c < ' ') throw wrong("a control character");
                if (c != '\\') {
                    string.append(c);
                    continue;
                }
                char escaped = next();
                switch (escaped) {
                    case '"', '\\', '/' -> string.append(escaped);
                    case 'b' -> string.append('\b');
                    case 'f' -> string.append('\f');
                    case 'n' -> string.append('\n');
                    case 'r' -> string.append('\r');
                    case 't' -> string.append('\t');
                    case 'u' -> {
                        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}"))
                            throw wrong("an escape");
                        string.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                        at += 4;
                    }
                    default -> throw wrong("an escape");
                }
            }
        }

        private BigInteger number() {
            int start = at;
            while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) at++;
            String number = text.substring(start, at);
            if (!number.matches("-?(0|[1-9][0-9]*)")) throw wrong("'%s' is not a whole number".formatted(number));
            return new BigInteger(number);
        }

        private Object word(String word, Object value) {
            if (!text.startsWith(word, at)) throw wrong("no JSON");
            at += word.length();
            return value;
        }

        private char peek() {
            space();
            if (at >= text.length()) throw wrong("it ends too early");
            return text.charAt(at);
        }

        private char next() {
            if (at >= text.length()) throw wrong("it ends too early");
            return text.charAt(at++);
        }

        private void expect(char c) {
            if (next() != c) throw wrong("'%s' is missing".formatted(c));
        }

        private void space() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
        }

        private Unusable wrong(String what) {
            return new Unusable("%s, at character %d".formatted(what, at));
        }
    }
}
