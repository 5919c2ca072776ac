package io.postil.model.torch;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The TorchScript text of training: {@code start} makes room for the optimiser's moments, {@code step} is one whole step (loss,
 * gradients, clipping, AdamW) in one native call, {@code keep} and {@code restore} copy the trained weights aside and back.
 *
 * <p>What a method changes in place it must reach through an attribute: the engine drops a call that changes nothing but the members of
 * a list made in the method.
 *
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter 2017, AdamW</a>
 */
final class TrainingScript {
    private static final String ADAMW = """
                torch._foreach_add_(self.%1$sSteps, 1)
                torch._fused_adamw_(self.%1$sWeights, torch._foreach_mul(self.%1$sGradients, shrink), self.%1$sFirst, \
            self.%1$sSecond, annotate(List[Tensor], []), self.%1$sSteps, lr=rate, beta1=0.9, beta2=0.999, \
            weight_decay=%2$s, eps=1e-08, amsgrad=False, maximize=False)
            """;

    /** Parameters with one weight decay; the name begins the names of their attributes. */
    private record Group(String name, double weightDecay, List<String> parameters) {

        String list(UnaryOperator<String> expression) {
            return parameters.stream().map(expression).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    private final List<Group> groups;
    private final double gradientNorm;

    /** Takes the identifiers of the trained parameters that weight decay applies to, and of those that it spares. */
    TrainingScript(List<String> decayed, List<String> spared, double weightDecay, double gradientNorm) {
        this.groups = Stream.of(new Group("decayed", weightDecay, decayed), new Group("spared", 0, spared))
                .filter(group -> !group.parameters().isEmpty())
                .toList();
        this.gradientNorm = gradientNorm;
    }

    /** The attributes that the text uses, lists of tensors. */
    List<String> lists() {
        return groups.stream()
                .flatMap(group -> Stream.of("Weights", "Gradients", "First", "Second", "Steps", "Kept")
                        .map(list -> group.name() + list))
                .toList();
    }

    String methods() {
        return start() + step() + keep() + restore();
    }

    private String start() {
        return method(
                "start",
                group -> set(group, "Weights", name -> "torch.detach(self.%s)".formatted(name))
                        + set(group, "First", name -> "torch.zeros_like(torch.detach(self.%s))".formatted(name))
                        + set(group, "Second", name -> "torch.zeros_like(torch.detach(self.%s))".formatted(name))
                        + set(group, "Steps", name -> "torch.zeros([])"));
    }

    private String step() {
        return "  def step(self: __torch__.Model, input: Tensor, labels: Tensor, importance: Tensor, rate: Tensor) -> Tensor:\n"
                + "    logits = torch.flatten((self).logits(input, True), 0, -2)\n"
                + "    loss = torch.cross_entropy_loss(logits, labels, importance, 1, -100, 0.)\n"
                + "    torch.autograd.backward(loss)\n"
                + each(group -> set(group, "Gradients", name -> "ops.prim.grad(self.%s)".formatted(name)))
                + "    norms = [" + groups.stream().map(TrainingScript::norm).collect(Collectors.joining(", ")) + "]\n"
                + "    norm = torch.linalg_vector_norm(torch.stack(norms))\n"
                + "    shrink = torch.clamp(torch.div(" + gradientNorm + ", torch.add(norm, 1e-06)), None, 1.)\n"
                + each(group -> ADAMW.formatted(group.name(), group.weightDecay()))
                + each(group -> "    torch._foreach_zero_(self.%sGradients)\n".formatted(group.name()))
                + "    return torch.detach(loss)\n";
    }

    private static String norm(Group group) {
        return "torch.linalg_vector_norm(torch.stack(torch._foreach_norm(self.%sGradients)))".formatted(group.name());
    }

    private String keep() {
        return method(
                "keep", group -> set(group, "Kept", name -> "torch.clone(torch.detach(self.%s))".formatted(name)));
    }

    private String restore() {
        return method("restore", group -> "    torch._foreach_copy_(self.%1$sWeights, self.%1$sKept)\n"
                .formatted(group.name()));
    }

    /** A method that takes something, does one thing for each group, and gives back what it took. */
    private String method(String name, Function<Group, String> body) {
        return "  def " + name + "(self: __torch__.Model, input: Tensor) -> Tensor:\n" + each(body)
                + "    return input\n";
    }

    private static String set(Group group, String attribute, UnaryOperator<String> expression) {
        return "    self.%s%s = %s\n".formatted(group.name(), attribute, group.list(expression));
    }

    private String each(Function<Group, String> text) {
        return groups.stream().map(text).collect(Collectors.joining());
    }
}
