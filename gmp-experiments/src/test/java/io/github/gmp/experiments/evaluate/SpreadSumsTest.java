package io.github.gmp.experiments.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.runtime.json.Json;
import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

class SpreadSumsTest {
    @Test
    void binsAreByPowersOfTwoAndHoldRootsOfMeanSquares() {
        SpreadSums sums = new SpreadSums();
        sums.add(3, 1);
        sums.add(2, 7);
        sums.add(0.5, 2);
        sums.add(0, 4);
        SpreadCalibration calibration = sums.calibration().orElseThrow();
        assertThat(calibration.bins())
                .containsExactly(
                        new SpreadBin(1, 0, 4),
                        new SpreadBin(1, 0.5, 2),
                        new SpreadBin(2, Math.sqrt(6.5), Math.sqrt(25)));
        assertThat(calibration.all()).isEqualTo(new SpreadBin(4, Math.sqrt(13.25 / 4), Math.sqrt(70 / 4.0)));
    }

    /** Errors drawn with the spread as their deviation: calibrated in every bin that has enough of them. */
    @Test
    void gaussianErrorsOfKnownDeviationAreCalibrated() {
        SplittableRandom random = new SplittableRandom(3);
        SpreadSums sums = new SpreadSums();
        for (int i = 0; i < 40_000; i++) {
            double spread = random.nextDouble(0.1, 2);
            sums.add(spread, Math.abs(spread * random.nextGaussian()));
        }
        SpreadCalibration calibration = sums.calibration().orElseThrow();
        assertThat(calibration.bins()).hasSize(5).allSatisfy(bin -> assertThat(bin.error() / bin.spread())
                .isCloseTo(1, within(0.1)));
        assertThat(calibration.correlation()).isBetween(0.4, 0.8);
        assertThat(calibration.rankCorrelation()).isBetween(0.4, 0.8);
        assertThat(calibration.all().ratio().orElseThrow()).isCloseTo(1, within(0.02));
    }

    /** A committee whose spread is a third of its error, in every bin. */
    @Test
    void aCommitteeThatIsTooSureHasTheRatioOfItsSpread() {
        SplittableRandom random = new SplittableRandom(4);
        SpreadSums sums = new SpreadSums();
        for (int i = 0; i < 40_000; i++) {
            double spread = random.nextDouble(0.1, 2);
            sums.add(spread, Math.abs(3 * spread * random.nextGaussian()));
        }
        SpreadCalibration calibration = sums.calibration().orElseThrow();
        assertThat(calibration.all().ratio().orElseThrow()).isCloseTo(3, within(0.06));
        assertThat(calibration.bins())
                .allSatisfy(bin -> assertThat(bin.ratio().orElseThrow()).isCloseTo(3, within(0.3)));
        assertThat(Json.plain(EvaluationDocument.Spread.of(calibration)))
                .containsKeys("errorOverSpread", "rankCorrelation", "bins");
    }

    @Test
    void correlationIsPearsonsAndZeroWhereNothingVaries() {
        SpreadSums proportional = new SpreadSums();
        SpreadSums constant = new SpreadSums();
        for (int i = 1; i < 5; i++) {
            proportional.add(i, 3 * i + 1);
            constant.add(2, i);
        }
        assertThat(proportional.calibration().orElseThrow().correlation()).isCloseTo(1, within(1e-12));
        assertThat(constant.calibration().orElseThrow().correlation()).isZero();
        assertThat(constant.calibration().orElseThrow().rankCorrelation()).isZero();
        assertThat(new SpreadSums().calibration()).isEmpty();
    }

    @Test
    void theRankCorrelationAsksForTheOrderAlone() {
        SpreadSums steep = new SpreadSums();
        SpreadSums falling = new SpreadSums();
        SpreadSums mixed = new SpreadSums();
        int[] order = {2, 1, 4, 3, 5};
        for (int i = 1; i <= 5; i++) {
            steep.add(i, Math.exp(3 * i));
            falling.add(i, 1.0 / i);
            mixed.add(i, Math.exp(order[i - 1]));
        }
        assertThat(steep.calibration().orElseThrow().correlation()).isLessThan(0.8);
        assertThat(steep.calibration().orElseThrow().rankCorrelation()).isCloseTo(1, within(1e-12));
        assertThat(falling.calibration().orElseThrow().rankCorrelation()).isCloseTo(-1, within(1e-12));
        // 1 - 6 * (sum of squared differences of ranks) / (n (n^2 - 1)) = 1 - 6 * 4 / 120
        assertThat(mixed.calibration().orElseThrow().rankCorrelation()).isCloseTo(0.8, within(1e-12));
        assertThat(new SpreadBin(1, 0, 1).ratio()).isEmpty();
    }
}
