package io.github.gmp.experiments.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gmp.experiments.files.PlainJson;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a line of the journal says about a trial.
 *
 * @param candidate hash of the candidate
 * @param outcome what it came to, if it finished
 * @param failure why it did not, otherwise
 */
record JournalLine(String candidate, Optional<TrialOutcome> outcome, Optional<String> failure) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static JournalLine of(SearchTrial trial) {
        return new JournalLine(trial.candidate().hash(), trial.outcome(), trial.failure());
    }

    /**
     * @param trial a trial
     * @return its line, without the line break
     */
    static String write(SearchTrial trial) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("trial", trial.number());
        map.put("candidate", trial.candidate().hash());
        map.put("values", trial.candidate().values());
        trial.failure().ifPresent(reason -> map.put("failure", reason));
        trial.outcome().ifPresent(outcome -> {
            map.put("features", outcome.features());
            map.put("parameters", outcome.parameters());
            map.put("error", outcome.error());
            outcome.testError().ifPresent(error -> map.put("testError", error));
            map.put("operationsPerAtom", outcome.operationsPerAtom());
            map.put("predictSeconds", outcome.predictSeconds());
            map.put("seconds", outcome.seconds());
        });
        return PlainJson.line(map);
    }

    /**
     * @param text a line
     * @return what it says; empty if it is damaged, in whatever way
     */
    static Optional<JournalLine> read(String text) {
        return object(text).flatMap(JournalLine::decode);
    }

    /**
     * @param text a line
     * @return the JSON object on it, if it is one
     */
    static Optional<JsonNode> object(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<JournalLine> decode(JsonNode node) {
        if (!node.path("candidate").isTextual()) {
            return Optional.empty();
        }
        String candidate = node.get("candidate").textValue();
        if (node.path("failure").isTextual()) {
            String failure = node.get("failure").textValue();
            return Optional.of(new JournalLine(candidate, Optional.empty(), Optional.of(failure)));
        }
        boolean whole = node.path("features").isInt()
                && node.path("parameters").isIntegralNumber()
                && node.path("error").isNumber()
                && (!node.has("testError") || node.get("testError").isNumber())
                && node.path("operationsPerAtom").isNumber()
                && node.path("predictSeconds").isNumber()
                && node.path("seconds").isNumber();
        if (!whole) {
            return Optional.empty();
        }
        TrialOutcome outcome = new TrialOutcome(
                node.get("features").intValue(),
                node.get("parameters").longValue(),
                node.get("error").doubleValue(),
                Optional.ofNullable(node.get("testError")).map(JsonNode::doubleValue),
                node.get("operationsPerAtom").doubleValue(),
                node.get("predictSeconds").doubleValue(),
                node.get("seconds").doubleValue());
        return Optional.of(new JournalLine(candidate, Optional.of(outcome), Optional.empty()));
    }
}
