package uk.gov.justice.probation.devolution.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import uk.gov.justice.probation.devolution.charts.Bars.Bar;
import uk.gov.justice.probation.devolution.charts.Gantt.Span;

class ChartsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final String EVIL = "<script>alert(\"1\")</script> & 'so on'";

    @Test
    void aBarIsAsLongAsItsAmountAndItsWordsStandInTheTable() throws Exception {
        Bar one = new Bar("One", List.of("1"), 1);
        Bar four = new Bar("Four", List.of("4"), 4);
        Bar none = new Bar("None", List.of("0"), 0);
        Bars bars = new Bars("Amounts", List.of("Name", "Amount"), List.of(one, four, none));

        double full = width(bars.drawn(four));
        assertThat(width(bars.drawn(one))).isEqualTo(full / 4, offset(0.1));
        assertThat(shapes(bars.drawn(none), "rect").getLength()).isZero();
        assertThat(bars.table().rows())
                .containsExactly(List.of("One", "1"), List.of("Four", "4"), List.of("None", "0"));
    }

    @Test
    void withoutAnyAmountNothingIsDrawn() throws Exception {
        Bar none = new Bar("None", List.of("0"), 0);

        assertThat(shapes(new Bars("Amounts", List.of("Name", "Amount"), List.of(none)).drawn(none), "rect")
                        .getLength())
                .isZero();
    }

    @Test
    void aRowOfAGanttTellsPlannedHappenedAndExpectedApartWithoutColours() throws Exception {
        Gantt.Row row = new Gantt.Row(
                new Span(TODAY.minusDays(30), TODAY.plusDays(10)),
                new Span(TODAY.minusDays(20), TODAY),
                new Span(TODAY, TODAY.plusDays(40)),
                TODAY.plusDays(5),
                TODAY.plusDays(60));
        Gantt gantt = new Gantt(TODAY, List.of(row));
        NodeList boxes = shapes(gantt.drawn(row), "rect");

        assertThat(List.of(look(boxes, 0), look(boxes, 1), look(boxes, 2)))
                .containsExactly("chart__planned", "chart__happened", "chart__expected");
        assertThat(gantt.drawn(row)).contains("chart__hatch", "chart__waits", "chart__today", "chart__backstop");
        assertThat(at(boxes, 1) + width(boxes, 1))
                .as("what happened ends where what is expected begins")
                .isEqualTo(at(boxes, 2), offset(0.2));
        assertThat(at(boxes, 0)).isLessThan(at(boxes, 1));
    }

    @Test
    void allRowsOfAGanttLieOnOneAxis() throws Exception {
        Gantt.Row soon = new Gantt.Row(new Span(TODAY, TODAY.plusDays(10)), null, null, null, null);
        Gantt.Row late = new Gantt.Row(new Span(TODAY.plusDays(10), TODAY.plusDays(900)), null, null, null, null);
        Gantt gantt = new Gantt(TODAY, List.of(soon, late));

        NodeList first = shapes(gantt.drawn(soon), "rect");
        NodeList second = shapes(gantt.drawn(late), "rect");
        assertThat(at(second, 0)).isGreaterThan(at(first, 0));
        assertThat(width(second, 0)).isGreaterThan(width(first, 0));
        assertThat(gantt.axis()).contains("Today", "2027", "2028");
    }

    @Test
    void everySignOfTheKeyIsDrawn() throws Exception {
        for (Gantt.Sign sign : Gantt.Sign.values())
            assertThat(parsed(sign.drawn()).hasChildNodes()).as(sign.name()).isTrue();
    }

    @Test
    void aBurnDownSaysInASentenceAndATableWhatItsLinesShow() throws Exception {
        BurnDown chart = new BurnDown(
                "Cases",
                "Still here",
                TODAY,
                List.of(
                        new BurnDown.Day(TODAY.minusDays(10), 1250, 1250L),
                        new BurnDown.Day(TODAY, 250, 900L),
                        new BurnDown.Day(TODAY.plusDays(20), 0, null)));

        assertThat(chart.inWords()).isEqualTo("Still here: 900 today, where the plan has 250.");
        assertThat(chart.table().rows())
                .containsExactly(
                        List.of("15 November 2026", "1,250", "1,250"),
                        List.of("25 November 2026 (today)", "250", "900"),
                        List.of("15 December 2026", "0", "To come"));
        Element svg = parsed(chart.drawn());
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Cases. Still here: 900 today, where the plan has 250.");
        assertThat(shapes(chart.drawn(), "path").getLength())
                .as("planned and as it came")
                .isEqualTo(2);
    }

    @Test
    void nothingThatIsWrittenIntoAPictureIsTakenForAPartOfIt() throws Exception {
        BurnDown chart = new BurnDown(EVIL, EVIL, TODAY, List.of(new BurnDown.Day(TODAY, 1, 1L)));

        assertThat(chart.drawn()).doesNotContain("<script");
        assertThat(parsed(chart.drawn()).getElementsByTagName("title").item(0).getTextContent())
                .contains(EVIL);
    }

    @Test
    void anAxisNamesAtMostEightDaysHoweverLongItIs() {
        for (int days : new int[] {1, 20, 60, 200, 400, 1000, 2500, 9000}) {
            DayScale scale = DayScale.over(List.of(TODAY, TODAY.plusDays(days)), 0, 500);

            assertThat(scale.ticks()).as("%d days", days).hasSizeBetween(0, 8);
            assertThat(scale.ticks()).allSatisfy(tick -> assertThat(tick.day()).isBetween(scale.first(), scale.last()));
        }
    }

    @Test
    void theMonthsAboveAGanttChartDoNotRunIntoEachOther() throws Exception {
        for (int begun = 0; begun < 366; begun += 7) {
            for (int days = 10; days < 800; days += 13) {
                LocalDate from = TODAY.plusDays(begun);
                Span span = new Span(from, from.plusDays(days));
                NodeList texts =
                        shapes(new Gantt(from, List.of(new Gantt.Row(span, null, null, null, null))).axis(), "text");
                double free = 0;
                for (int i = 0; i < texts.getLength(); i++) {
                    Element text = (Element) texts.item(i);
                    if (text.getTextContent().equals("Today")) continue;
                    double wide = text.getTextContent().length() * 7;
                    double x = Double.parseDouble(text.getAttribute("x"));
                    double left =
                            x - wide * List.of("start", "middle", "end").indexOf(text.getAttribute("text-anchor")) / 2;
                    assertThat(left).as("%s in %s", text.getTextContent(), span).isGreaterThanOrEqualTo(free);
                    free = left + wide;
                }
            }
        }
    }

    private static Element parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static NodeList shapes(String svg, String name) throws Exception {
        return parsed(svg).getElementsByTagName(name);
    }

    private static double width(String svg) throws Exception {
        return width(shapes(svg, "rect"), 0);
    }

    private static double width(NodeList boxes, int which) {
        return Double.parseDouble(((Element) boxes.item(which)).getAttribute("width"));
    }

    private static double at(NodeList boxes, int which) {
        return Double.parseDouble(((Element) boxes.item(which)).getAttribute("x"));
    }

    private static String look(NodeList boxes, int which) {
        return ((Element) boxes.item(which)).getAttribute("class");
    }
}
