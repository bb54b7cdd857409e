using System.Reflection;
using Orchestration.Audience.Decisions;
using Orchestration.Audience.Suppressions;
using Orchestration.Messages;
using Orchestration.Messages.Rendering;
using Orchestration.Templating;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Audience.Decisions;

public sealed class ExclusionReasonTests
{
    [Fact]
    public void Labels_EveryCode_HasOne()
    {
        var codes = typeof(ExclusionReason).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(codes.Order(), ExclusionReason.Labels.Keys.Order());
    }

    [Fact]
    public void Of_EveryKindOfSuppression_HasALabelledCode() => Assert.All(
        Enum.GetValues<SuppressionKind>(),
        kind => Assert.Contains(ExclusionReason.Of(new Suppression("", kind, Channel.Sms, null, Some.Now)), ExclusionReason.Labels.Keys));

    // Rule 4 of the design: every reason has a code that a person can read.
    [Fact]
    public void Labels_EveryRefusalOfRendering_HasOne()
    {
        RenderRefusal[] refusals =
        [
            RenderRefusal.StopMissing, RenderRefusal.BadContact(""), RenderRefusal.MissingField(""), RenderRefusal.BadField(""),
            RenderRefusal.BadSubject(""), RenderRefusal.OverLimit(TemplateLimit.Loop),
        ];

        Assert.All(refusals, refusal => Assert.Contains(refusal.Code, ExclusionReason.Labels.Keys));
    }
}
