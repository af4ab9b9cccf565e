package io.github.gmp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class PageSectionTest {
    private static final String PAGE = "# Page\n\n## A\n\ntext\n\n## B\n\nold\n### part\n\n## C\n\nend\n";

    @Test
    void findsFromHeadingToHeading() {
        assertThat(PageSection.find(PAGE, "## B")).containsExactly("## B", "", "old", "### part");
        assertThat(PageSection.find(PAGE, "## C")).containsExactly("## C", "", "end");
        assertThat(PageSection.find(PAGE, "## D")).isEmpty();
    }

    @Test
    void theNewSectionTakesThePlaceOfTheOldOneAtTheEnd() {
        assertThat(PageSection.put(PAGE, "## B", List.of("## B", "", "new")))
                .isEqualTo("# Page\n\n## A\n\ntext\n\n## C\n\nend\n\n## B\n\nnew\n");
        assertThat(PageSection.put("", "## B", List.of("## B", "", "new"))).isEqualTo("## B\n\nnew\n");
        assertThat(PageSection.put(PAGE, "## D", List.of())).isEqualTo(PAGE);
    }
}
