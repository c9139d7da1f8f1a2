#!/usr/bin/env python3
"""Checks a draw of places from its published documents. It needs Python 3.8 or later and nothing else.

    python3 verify.py draw.json
    python3 verify.py draw.json row.json          your own row
    python3 verify.py draw.json request.json      everybody's rows, and the draw computed again

Add what the page showed before, as you wrote it down then:

    --secret-sha256 HEX    shown when the places were published
    --root HEX             shown when the last person's time to answer had ended
    --second-root HEX      shown when the places were shared out, if it was another

It prints what agrees and stops at the first difference. It ends with 0 if nothing differs, 1 if something differs,
2 if a document cannot be read. It follows the rules that are published with it and shares nothing with the product.
"""
import hashlib
import json
import sys
import unicodedata

LONGEST_WORD = 100


class Differs(Exception):
    pass


class Unusable(Exception):
    pass


def agrees(what):
    print("agrees: " + what)


def must_be(shown, computed, what):
    if shown != computed:
        raise Differs("%s: the document says %s, computed is %s." % (what, said(shown), said(computed)))


def said(value):
    if isinstance(value, list):
        return ", ".join(map(said, value)) if value else "none"
    return "nothing" if value is None else str(value)


# Reading

def only_once(pairs):
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Unusable("An object has the same key twice.")
    return found


def not_whole(text):
    raise Unusable("%s is not a whole number." % text)


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            document = json.load(file, object_pairs_hook=only_once, parse_float=not_whole, parse_constant=not_whole)
    except (OSError, ValueError, RecursionError) as problem:
        raise Unusable("%s cannot be read: %s" % (path, problem))
    if not isinstance(document, dict):
        raise Unusable("%s is not a document of a draw." % path)
    return document


def field(document, name):
    if name not in document:
        raise Unusable("A document has no '%s'." % name)
    return document[name]


def of_kind(document, name, kind):
    value = field(document, name)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise Unusable("'%s' is not as the rules describe it." % name)
    return value


def text(value):
    """Ids, numbers of people and seeds may be written as text or as whole numbers."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise Unusable("An id is neither text nor a whole number: %s" % json.dumps(value))
    return str(value)


def texts(document, name):
    return [text(value) for value in of_kind(document, name, list)]


def hexadecimal(value, what):
    try:
        if value != value.lower():
            raise ValueError
        return bytes.fromhex(value)
    except (AttributeError, TypeError, ValueError):
        raise Unusable("%s is not hexadecimal in small letters." % what)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


# The seed

def check_secret(draw, written_down):
    if written_down is not None:
        must_be(field(draw, "secretSha256"), written_down.strip().lower(), "SHA-256 of the secret, as you wrote it down")
        agrees("the SHA-256 of the secret is the one that you wrote down")
    if field(draw, "secret") is None:
        return
    secret = hexadecimal(draw["secret"], "The secret")
    must_be(draw["secretSha256"], sha256(secret).hex(), "SHA-256 of the secret")
    agrees("the secret has the SHA-256 that was shown when the places were published")


def check_words(draw):
    words = field(draw, "words")
    if words is None:
        return
    parties = [text(field(word, "party")) for word in of_kind(draw, "words", list)]
    must_be(parties, sorted(set(parties)), "Parties in the order of their ids")
    for word in words:
        party, entered = word["party"], of_kind(word, "word", str)
        if unicodedata.normalize("NFC", entered) != entered or len(entered) > LONGEST_WORD:
            raise Differs("Word of %s: it is not in the form NFC, or longer than %d characters." % (party, LONGEST_WORD))
        must_be(field(word, "sha256"), sha256(entered.encode()).hex() if entered else "", "SHA-256 of the word of %s" % party)
    agrees("the words have the SHA-256 that stand beside them")


def check_seed(draw):
    if draw["secret"] is None:
        return None
    lines = ["psc-draw-1", draw["secret"]] + ["%s=%s" % (word["party"], word["sha256"]) for word in draw["words"]]
    hashed = sha256("".join(line + "\n" for line in lines).encode())
    seed = int.from_bytes(hashed[:8], "big", signed=True)
    must_be(text(field(draw, "seed")), str(seed), "Seed")
    agrees("the seed is that of the secret and the words")
    return seed


def lottery(numbers, seed):
    start = seed.to_bytes(8, "big", signed=True)
    return sorted(numbers, key=lambda number: (sha256(start, number.encode()), number))


# The tree

def row_as_hashed(row):
    return json.dumps(
        {
            "consented": sorted(texts(row, "consented")),
            "near": sorted(texts(row, "near")),
            "number": text(field(row, "number")),
            "ranked": texts(row, "ranked"),
            "salt": of_kind(row, "salt", str),
        },
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
    )


def leaf(row):
    return sha256(b"\x00", row_as_hashed(row).encode())


def node(left, right):
    return sha256(b"\x01", left, right)


def root_of(leaves):
    if not leaves:
        return sha256()
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << ((len(leaves) - 1).bit_length() - 1)
    return node(root_of(leaves[:split]), root_of(leaves[split:]))


def check_root(draw, written_down, second):
    root, at_closing, changes = field(draw, "root"), field(draw, "rootAtClosing"), field(draw, "changes")
    if written_down is not None:
        shown = root if at_closing is None else at_closing
        must_be(shown, written_down.strip().lower(), "Root of the tree, as you wrote it down")
        agrees("the root of the tree is the one that you wrote down")
    if second is not None:
        must_be(root, second.strip().lower(), "Second root, as you wrote it down")
        agrees("the second root is the one that you wrote down")
    if at_closing is None:
        return
    if changes is None or at_closing == root:
        must_be(root, at_closing, "Root of the tree, if nothing has changed since closing")
        must_be(changes or [], [], "Changes since closing")
        agrees("the root of the tree is the one of closing")
    elif not changes:
        raise Differs("The root of the tree is not the one of closing, and the document does not say why.")
    else:
        print("changed since closing: the root of the tree; the page says why: " + said(changes))


def climbed(row, path):
    found = leaf(row)
    for step in path:
        other = hexadecimal(field(step, "sha256"), "A step of the path")
        side = field(step, "side")
        if side not in ("LEFT", "RIGHT"):
            raise Unusable("A step of the path is neither LEFT nor RIGHT.")
        found = node(other, found) if side == "LEFT" else node(found, other)
    return found.hex()


def has_answered(number, at_closing, row):
    """Whether a row has changed since closing. Only that of somebody who had asked for nothing by then may."""
    if leaf(at_closing) == leaf(row):
        return False
    if texts(at_closing, "ranked") or not texts(row, "ranked"):
        raise Differs("Row of %s: it is not the one of closing." % number)
    return True


def check_row_at_closing(draw, number, row, document):
    changes = field(draw, "changes") or []
    if document is None:
        if "JOINED" not in changes:
            raise Differs("Row of %s: there was none at closing." % number)
        print("changed since closing: the row of %s is new" % number)
        return
    at_closing = of_kind(document, "row", dict)
    must_be(text(field(at_closing, "number")), number, "Number of the row at closing")
    found = climbed(at_closing, of_kind(document, "path", list))
    must_be(draw["rootAtClosing"], found, "Root of closing from the row of %s and its path" % number)
    if not has_answered(number, at_closing, row):
        agrees("the row of %s is the one of closing" % number)
    elif "ANSWERED" not in changes:
        raise Differs("Row of %s: it is not the one of closing." % number)
    else:
        print("changed since closing: the row of %s, who had asked for nothing by then" % number)


def check_row(draw, document, order):
    row = of_kind(document, "row", dict)
    number = text(field(row, "number"))
    found = climbed(row, of_kind(document, "path", list))
    must_be(field(draw, "root"), found, "Root of the tree from the row of %s and its path" % number)
    agrees("the row of %s is in the tree whose root was shown" % number)
    if draw["rootAtClosing"] is not None:
        check_row_at_closing(draw, number, row, field(document, "atClosing"))
    result = field(document, "result")
    if order is None or result is None:
        return
    must_be(text(field(result, "number")), number, "Number of the result")
    if number not in order:
        raise Differs("Number %s is not among the published numbers." % number)
    must_be(field(result, "lottery"), order.index(number) + 1, "Turn of %s in the lottery" % number)
    agrees("%s had turn %d of %d in the lottery" % (number, result["lottery"], len(order)))


# The draw

class Person:
    def __init__(self, row, options):
        self.number = text(field(row, "number"))
        self.ranked = texts(row, "ranked")
        self.near = sorted(set(texts(row, "near")) & options)
        self.allowed = sorted((set(texts(row, "near")) | set(texts(row, "consented"))) & options)


class Draw:
    """The draw, turn by turn. Those without a settled place are kept in a largest matching to what they may have."""

    def __init__(self, people, places):
        self.left = dict(places)
        self.options = {person.number: person.near for person in people}
        self.waiting = set()
        self.settled = {}
        self.without = 0
        self.at = {}
        for person in people:
            self.at[person.number] = None
        self.at = self.fewest(None, None)[1]
        for person in people:
            self.turn(person)
        for person in people:
            if person.number in self.waiting:
                self.end(person.number)

    def turn(self, person):
        m = self.fewest(None, None)[0]
        for option in person.ranked:
            if option in person.allowed and self.possible(person.number, option, m):
                self.settle(person.number, option)
                return
        near = [option for option in person.near if self.possible(person.number, option, m)]
        if near:
            self.waiting.add(person.number)
            self.options[person.number] = near
            self.at = self.fewest(None, None)[1]
        else:
            self.settle(person.number, None)

    def end(self, number):
        for option in self.options[number]:
            if self.fewest(number, option) is not None:
                self.settle(number, option)
                return

    def possible(self, number, option, m):
        found = self.fewest(number, option)
        return found is not None and found[0] <= m

    def settle(self, number, option):
        if option is None:
            self.without += 1
            self.at.pop(number)
        else:
            self.at = self.fewest(number, option)[1]
            self.left[option] -= 1
        self.waiting.discard(number)
        self.settled[number] = option

    def fewest(self, number, option):
        """How many have no place at least, if this person has this option, and a matching of the others that shows it.
        Nothing if the option is full, or somebody who waits would have none."""
        room = dict(self.left)
        if option is not None:
            room[option] -= 1
            if room[option] < 0:
                return None
        at = {other: place for other, place in self.at.items() if other != number}
        holders = {place: [] for place in room}
        for other, place in at.items():
            if place is not None and place in self.options[other] and len(holders[place]) < room[place]:
                holders[place].append(other)
            else:
                at[other] = None
        for other in at:
            if at[other] is None and other in self.waiting and not self.find(other, at, holders, room, set(), True):
                return None
        dead = set()
        for other in at:
            if at[other] is None:
                self.find(other, at, holders, room, dead, False)
        return self.without + sum(1 for place in at.values() if place is None), at

    def find(self, number, at, holders, room, dead, displaces):
        """Gives a person a place along a chain of moves to a free one, or instead of somebody who need not have one.
        What no chain leads from is dead for those who follow."""
        came = {}
        queue = []
        for option in self.options[number]:
            if option not in dead:
                came[option] = (number, None)
                queue.append(option)
        for option in queue:
            if len(holders[option]) < room[option]:
                self.move(option, came, at, holders)
                return True
            for holder in holders[option]:
                if displaces and holder not in self.waiting:
                    holders[option].remove(holder)
                    at[holder] = None
                    self.move(option, came, at, holders)
                    return True
                for onward in self.options[holder]:
                    if onward not in dead and onward not in came:
                        came[onward] = (holder, option)
                        queue.append(onward)
        dead.update(came)
        return False

    @staticmethod
    def move(option, came, at, holders):
        while option is not None:
            mover, before = came[option]
            if before is not None:
                holders[before].remove(mover)
            holders[option].append(mover)
            at[mover] = option
            option = before


def best(people, places, aim, not_asked):
    """The other three aims. Every level, everybody's turn in the lottery and the order of ids are digits of one cost."""
    options = sorted(places)
    longest = max([len(person.ranked) for person in people] + [0])

    def rank(person, option):
        if option in person.ranked:
            return person.ranked.index(option) + 1
        return not_asked or (len(person.ranked) or longest) + 1

    ranks = max([rank(person, option) for person in people for option in person.allowed] + [1])
    cost = [{} for _ in people]
    size = len(people) * (ranks + 1) + len(options) + 2
    for turn, person in enumerate(people):
        for option in person.allowed + [None]:
            at = ranks + 1 if option is None else rank(person, option)
            levels = [option is None]
            if option is None:
                levels += [0] * (1 if aim == "BALANCED" else ranks)
            elif aim == "GREEDY":
                levels += [at != level for level in range(1, ranks + 1)]
            elif aim == "GENEROUS":
                levels += [at == level for level in range(ranks, 0, -1)]
            else:
                levels += [at]
            digits = levels + [0] * (2 * len(people))
            digits[len(levels) + turn] = at
            if option is not None and option not in person.ranked:
                digits[len(levels) + len(people) + turn] = options.index(option)
            total = 0
            for digit in digits:
                total = total * size + int(digit)
            cost[turn][option] = total
    at = {}
    holders = {option: [] for option in options + [None]}
    for turn in range(len(people)):
        arrive(turn, cost, at, holders, places)
    return {person.number: at[turn] for turn, person in enumerate(people)}


def arrive(new, cost, at, holders, places):
    moves = {}
    for turn, option in at.items():
        for onward, price in cost[turn].items():
            if onward != option:
                known = moves.get((option, onward))
                if known is None or price - cost[turn][option] < known[0]:
                    moves[(option, onward)] = (price - cost[turn][option], turn)
    price = dict(cost[new])
    came = {option: (new, None, True) for option in price}
    changed = True
    while changed:
        changed = False
        for (option, onward), (extra, turn) in moves.items():
            if option in price and (onward not in price or price[option] + extra < price[onward]):
                price[onward] = price[option] + extra
                came[onward] = (turn, option, False)
                changed = True
    end = min((option for option in price if option is None or len(holders[option]) < places[option]), key=price.get)
    while True:
        turn, before, first = came[end]
        if not first:
            holders[before].remove(turn)
        holders[end].append(turn)
        at[turn] = end
        if first:
            return
        end = before


def most_with_a_place(people, places):
    everybody = Draw([], places)
    everybody.options = {person.number: person.allowed for person in people}
    everybody.at = {person.number: None for person in people}
    return len(people) - everybody.fewest(None, None)[0]


def check_request(draw, document, order):
    rows = of_kind(document, "rows", list)
    numbers = [text(field(row, "number")) for row in rows]
    must_be(len(rows), field(draw, "people"), "Rows")
    must_be(numbers, sorted(set(numbers)), "Numbers of the rows in their order")
    must_be(field(draw, "root"), root_of([leaf(row) for row in rows]).hex(), "Root of the tree from everybody's rows")
    agrees("the rows of %d people have the root that was shown" % len(rows))
    if draw["rootAtClosing"] is not None and draw["rootAtClosing"] != draw["root"]:
        check_rows_at_closing(draw, of_kind(document, "rowsAtClosing", list), rows)
    if order is None:
        return
    must_be(sorted(order), numbers, "Published numbers")
    places = {text(field(place, "option")): of_kind(place, "places", int) for place in of_kind(draw, "places", list)}
    by_number = {text(row["number"]): Person(row, set(places)) for row in rows}
    people = [by_number[number] for number in order]
    aim = field(draw, "aim")
    if aim not in ("DRAW", "GREEDY", "GENEROUS", "BALANCED"):
        raise Unusable("There is no aim %s." % said(aim))
    given = Draw(people, places).settled if aim == "DRAW" else best(people, places, aim, field(draw, "notAskedRank"))
    results = of_kind(document, "results", list)
    must_be(len(results), len(people), "Results")
    for turn, (result, person) in enumerate(zip(results, people)):
        must_be(text(field(result, "number")), person.number, "Number with turn %d in the lottery" % (turn + 1))
        must_be(field(result, "lottery"), turn + 1, "Turn of %s in the lottery" % person.number)
        place = field(result, "place")
        must_be(None if place is None else text(place), given[person.number], "Place of %s" % person.number)
        must_be(field(result, "choice"), choice(person, given), "Choice that %s got" % person.number)
    agrees("the lottery and the places of %d people, computed again" % len(people))
    check_totals(draw, document, people, given, places)


def check_rows_at_closing(draw, at_closing, rows):
    numbers = [text(field(row, "number")) for row in at_closing]
    must_be(len(at_closing), field(draw, "peopleAtClosing"), "Rows at closing")
    must_be(numbers, sorted(set(numbers)), "Numbers of the rows at closing in their order")
    root = root_of([leaf(row) for row in at_closing]).hex()
    must_be(draw["rootAtClosing"], root, "Root of closing from everybody's rows")
    before = {text(row["number"]): row for row in at_closing}
    after = {text(row["number"]): row for row in rows}
    changes = []
    if set(before) - set(after):
        changes.append("LEFT")
    if set(after) - set(before):
        changes.append("JOINED")
    if any([has_answered(number, before[number], after[number]) for number in sorted(set(before) & set(after))]):
        changes.append("ANSWERED")
    must_be(draw["changes"], changes, "Changes since closing")
    agrees("the rows of %d people at closing have the root of then, and nothing else has changed" % len(at_closing))


def choice(person, given):
    place = given[person.number]
    return person.ranked.index(place) + 1 if place in person.ranked else None


def check_totals(draw, document, people, given, places):
    totals = of_kind(document, "totals", dict)
    choices = [choice(person, given) for person in people]
    none = sum(1 for person in people if given[person.number] is None)
    got = [rank for rank in choices if rank is not None]
    must_be(field(totals, "people"), len(people), "Total of people")
    must_be(field(totals, "choices"), [got.count(rank) for rank in range(1, max(got + [0]) + 1)], "Totals by choice")
    must_be(field(totals, "notAsked"), len(people) - len(got) - none, "Total of places that were not asked for")
    must_be(field(totals, "none"), none, "Total without a place")
    if draw["aim"] == "DRAW":
        more = most_with_a_place(people, places) - (len(people) - none)
        must_be(field(totals, "moreWithEveryConsent"), more, "How many more would have a place with every consent")
    counted = {
        "FIRST_CHOICE": got.count(1),
        "OTHER_CHOICE": len(got) - got.count(1),
        "NOT_ASKED": len(people) - len(got) - none,
        "NO_PLACE": none,
    }
    for total in field(draw, "totals") or []:
        outcomes = of_kind(total, "outcomes", list)
        must_be(field(total, "people"), sum(counted.get(outcome, 0) for outcome in outcomes), " or ".join(outcomes))
    agrees("the totals")


def check(paths, secret_sha256, root, second_root):
    documents = {}
    for path in paths:
        document = read(path)
        kind = field(document, "format")
        if kind not in ("psc-draw-1", "psc-draw-row-1", "psc-draw-request-1") or kind in documents:
            raise Unusable("%s is of no known format, or one of its kind was given already." % path)
        documents[kind] = document
    if "psc-draw-1" not in documents:
        raise Unusable("Give draw.json, with row.json or request.json if you have them.")
    draw = documents["psc-draw-1"]
    if len({text(field(document, "consultation")) for document in documents.values()}) > 1:
        raise Differs("The documents are of different consultations.")
    check_secret(draw, secret_sha256)
    check_words(draw)
    seed = check_seed(draw)
    check_root(draw, root, second_root)
    order = None
    if seed is None:
        print("not yet: the seed is published when everybody's letter is written")
    else:
        numbers = texts(draw, "numbers")
        must_be(field(draw, "people"), len(set(numbers)), "Published numbers, each different")
        must_be(field(draw, "people"), len(numbers), "Published numbers")
        order = lottery(numbers, seed)
        must_be(sum(field(total, "people") for total in of_kind(draw, "totals", list)), len(numbers), "Sum of the totals")
        agrees("there is a number for each of %d people, and the totals add up to them" % len(numbers))
    if "psc-draw-row-1" in documents:
        check_row(draw, documents["psc-draw-row-1"], order)
    if "psc-draw-request-1" in documents:
        check_request(draw, documents["psc-draw-request-1"], order)


def main(arguments):
    paths, options = [], {"--secret-sha256": None, "--root": None, "--second-root": None}
    rest = list(arguments)
    while rest:
        one = rest.pop(0)
        if one in options and rest:
            options[one] = rest.pop(0)
        elif one.startswith("--"):
            print(__doc__)
            return 2
        else:
            paths.append(one)
    try:
        check(paths, options["--secret-sha256"], options["--root"], options["--second-root"])
    except Differs as difference:
        print("DIFFERS: %s" % difference)
        return 1
    except Unusable as problem:
        print("CANNOT BE CHECKED: %s" % problem)
        return 2
    print("Everything that could be checked agrees.")
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
