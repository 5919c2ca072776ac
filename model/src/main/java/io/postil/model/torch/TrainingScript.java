package io.postil.model.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The TorchScript text of training. {@code start} makes room; {@code step} is one whole step (loss, gradients, clipping, AdamW) in one
 * native call, or a part of one; {@code keep} and {@code restore} copy the trained weights aside and back; {@code peek} and {@code poke}
 * read and write the state, a tensor at a time.
 *
 * <p>Of a table that is looked up by token, a step takes out the rows that it touches, learns them, and puts them back: other rows, and
 * their moments, stay as they are and cost nothing.
 *
 * <p>What a method changes in place it must reach through an attribute: the engine drops a call that changes nothing but the members of
 * a list made in the method.
 *
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter 2017, AdamW</a>
 */
final class TrainingScript {
    private static final String ADAMW = "      torch._fused_adamw_(%s, %s, %s, %s, annotate(List[Tensor], []), %s, "
            + "lr=torch.select(numbers, 0, 1), beta1=0.9, beta2=0.999, weight_decay=%s, eps=1e-08, amsgrad=False, "
            + "maximize=False, grad_scale=grow)\n";

    /** Parameters with one weight decay; the name begins the names of their attributes. */
    private record Group(String name, double weightDecay, List<String> parameters) {

        String list(UnaryOperator<String> expression) {
            return parameters.stream().map(expression).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /**
     * What the text is about.
     *
     * @param decayed identifiers of the parameters that weight decay applies to
     * @param spared of those that it spares
     * @param table of the one that is learned by row, which weight decay applies to
     */
    record Settings(
            List<String> decayed,
            List<String> spared,
            Optional<String> table,
            double weightDecay,
            double gradientNorm,
            double labelSmoothing) {

        /** The trained parameters in the order of the state. */
        List<String> parameters() {
            return Stream.of(decayed, spared, table.stream().toList())
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /** The parts of the state: for each, a tensor for each of {@link Settings#parameters}; then one with the number of steps. */
    static final List<String> STATE = List.of("Weights", "First", "Second", "Kept");

    private final Settings settings;
    private final List<Group> groups;

    TrainingScript(Settings settings) {
        this.settings = settings;
        this.groups = Stream.of(
                        new Group("decayed", settings.weightDecay(), settings.decayed()),
                        new Group("spared", 0, settings.spared()),
                        new Group(
                                "table",
                                settings.weightDecay(),
                                settings.table().stream().toList()))
                .filter(group -> !group.parameters().isEmpty())
                .toList();
    }

    /** The attributes that the text uses, lists of tensors. */
    List<String> lists() {
        List<String> lists = new ArrayList<>(List.of("clock", "state", "rows", "gradients"));
        groups.forEach(group -> STATE.forEach(part -> lists.add(group.name() + part)));
        return lists;
    }

    String methods() {
        return start() + step() + copy("keep", "Kept", "Weights") + copy("restore", "Weights", "Kept") + state();
    }

    private String start() {
        StringBuilder text = new StringBuilder(method("start(self: __torch__.Model, input: Tensor)"));
        text.append("    self.clock = [torch.zeros([])]\n");
        for (Group group : groups) {
            text.append(set(group, "Weights", name -> "torch.detach(self.%s)".formatted(name)));
            for (String part : List.of("First", "Second")) {
                text.append(set(group, part, name -> "torch.zeros_like(torch.detach(self.%s))".formatted(name)));
            }
            text.append(set(group, "Kept", name -> "torch.clone(torch.detach(self.%s))".formatted(name)));
        }
        String all = STATE.stream()
                .flatMap(part -> groups.stream().map(group -> "self." + group.name() + part))
                .collect(Collectors.joining(" + "));
        return text + "    self.state = " + all + " + self.clock\n    return input\n";
    }

    private static String set(Group group, String attribute, UnaryOperator<String> expression) {
        return "    self.%s%s = %s\n".formatted(group.name(), attribute, group.list(expression));
    }

    /**
     * Takes a batch, the label of each row of logits, the labels' weights, the rows of the table that the batch looks up by their place
     * among them, and numbers: what the loss is divided by, the learning rate, whether this is the first part of the step, whether it is
     * the last.
     */
    private String step() {
        return method("step(self: __torch__.Model, input: Tensor, labels: Tensor, importance: Tensor, places: Tensor, "
                        + "numbers: Tensor)")
                + settings.table().map(TrainingScript::takeRows).orElse("")
                + "    logits = torch.flatten((self).logits(input, True), 0, -2)\n"
                + settings.table()
                        .map("    self.%s = self.tableWeights[0]\n"::formatted)
                        .orElse("")
                + "    loss = torch.div(torch.cross_entropy_loss(logits, labels, importance, 2, -100, "
                + settings.labelSmoothing() + "), torch.select(numbers, 0, 0))\n"
                + gradients()
                + "    if bool(torch.select(numbers, 0, 3)):\n" + update() + "    else:\n      pass\n"
                + "    return torch.detach(loss)\n";
    }

    private static String takeRows(String table) {
        return """
                if bool(torch.select(numbers, 0, 2)):
                  self.rows = [torch.requires_grad_(torch.index_select(self.tableWeights[0], 0, places), True)]
                else:
                  pass
                self.%s = self.rows[0]
            """.formatted(table);
    }

    private String gradients() {
        List<String> leaves = Stream.of(settings.decayed(), settings.spared())
                .flatMap(List::stream)
                .map(name -> "self." + name)
                .collect(Collectors.toCollection(ArrayList::new));
        settings.table().ifPresent(table -> leaves.add("self.rows[0]"));
        StringBuilder unwrapped = new StringBuilder();
        for (int i = 0; i < leaves.size(); i++) {
            unwrapped.append("unchecked_cast(Tensor, found[").append(i).append("]), ");
        }
        return "    found = torch.autograd.grad([loss], [" + String.join(", ", leaves) + "])\n"
                + "    new = [" + unwrapped + "]\n"
                + "    if bool(torch.select(numbers, 0, 2)):\n      self.gradients = new\n"
                + "    else:\n      torch._foreach_add_(self.gradients, new)\n";
    }

    private String update() {
        StringBuilder text = new StringBuilder();
        text.append("      norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(self.gradients)))\n");
        text.append("      grow = torch.clamp(torch.div(torch.add(norm, 1e-06), %s), 1.)\n"
                .formatted(settings.gradientNorm()));
        text.append("      torch.add_(self.clock[0], 1)\n");
        int from = 0;
        for (Group group : groups) {
            int to = from + group.parameters().size();
            String some = "torch.slice(self.gradients, %d, %d)".formatted(from, to);
            text.append(group.name().equals("table") ? updateRows(some) : update(group, some));
            from = to;
        }
        return text + "      self.gradients = annotate(List[Tensor], [])\n";
    }

    private static String update(Group group, String some) {
        String name = "self." + group.name();
        return ADAMW.formatted(
                name + "Weights",
                some,
                name + "First",
                name + "Second",
                group.list(parameter -> "self.clock[0]"),
                group.weightDecay());
    }

    private String updateRows(String some) {
        return "      weights = [torch.detach(self.rows[0])]\n"
                + "      first = [torch.index_select(self.tableFirst[0], 0, places)]\n"
                + "      second = [torch.index_select(self.tableSecond[0], 0, places)]\n"
                + ADAMW.formatted("weights", some, "first", "second", "self.clock", settings.weightDecay())
                + Stream.of("Weights", "First", "Second")
                        .map(part -> "      torch.index_copy_(self.table%s[0], 0, places, %s[0])\n"
                                .formatted(part, part.toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining());
    }

    private String copy(String name, String to, String from) {
        return method(name + "(self: __torch__.Model, input: Tensor)")
                + groups.stream()
                        .map(group -> "    torch._foreach_copy_(self.%1$s%2$s, self.%1$s%3$s)\n"
                                .formatted(group.name(), to, from))
                        .collect(Collectors.joining())
                + "    return input\n";
    }

    private static String state() {
        return method("peek(self: __torch__.Model, place: Tensor)") + "    return self.state[int(place)]\n"
                + method("poke(self: __torch__.Model, place: Tensor, values: Tensor)")
                + "    return torch.detach(torch.copy_(self.state[int(place)], values))\n";
    }

    private static String method(String signature) {
        return "  def " + signature + " -> Tensor:\n";
    }
}
