package io.github.gmp.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

class ParetoFrontTest {
    private record Item(String name, double cost, double error) {}

    private static List<Item> front(List<Item> items) {
        return ParetoFront.of(items, Item::cost, Item::error);
    }

    @Test
    void keepsWhatNothingBeatsInAscendingCost() {
        Item cheap = new Item("cheap", 1, 9);
        Item middle = new Item("middle", 2, 5);
        Item beaten = new Item("beaten", 3, 5.5);
        Item best = new Item("best", 4, 1);
        assertThat(front(List.of(best, beaten, middle, cheap))).containsExactly(cheap, middle, best);
    }

    @Test
    void anItemThatIsOnlyAsGoodAndDearerIsBeaten() {
        assertThat(front(List.of(new Item("dear", 2, 5), new Item("cheap", 1, 5))))
                .extracting(Item::name)
                .containsExactly("cheap");
    }

    @Test
    void ofEqualItemsTheFirstIsKept() {
        assertThat(front(List.of(new Item("first", 1, 1), new Item("second", 1, 1))))
                .extracting(Item::name)
                .containsExactly("first");
    }

    @Test
    void valuesThatAreNotFiniteAreLeftOut() {
        Item good = new Item("good", 5, 5);
        assertThat(front(List.of(
                        new Item("no error", 1, Double.NaN), good, new Item("no cost", Double.NEGATIVE_INFINITY, 1))))
                .containsExactly(good);
    }

    @Test
    void agreesWithTheDefinitionOnRandomItems() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 50; round++) {
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                items.add(new Item("item " + i, random.nextInt(12), random.nextInt(12)));
            }
            List<Item> front = front(items);
            for (Item item : items) {
                boolean beaten = items.stream()
                        .anyMatch(o -> o.cost() <= item.cost()
                                && o.error() <= item.error()
                                && (o.cost() < item.cost() || o.error() < item.error()));
                boolean represented =
                        front.stream().anyMatch(f -> f.cost() == item.cost() && f.error() == item.error());
                assertThat(represented).as("%s in round %d", item, round).isEqualTo(!beaten);
            }
        }
    }
}
