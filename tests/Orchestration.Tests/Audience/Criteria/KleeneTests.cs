using Orchestration.Audience.Criteria;

namespace Orchestration.Tests.Audience.Criteria;

public sealed class KleeneTests
{
    // Kleene's strong three-valued logic, row by row, rather than by the order of the values.
    [Theory]
    [InlineData(Truth.True, Truth.True, Truth.True, Truth.True)]
    [InlineData(Truth.True, Truth.Unknown, Truth.Unknown, Truth.True)]
    [InlineData(Truth.True, Truth.False, Truth.False, Truth.True)]
    [InlineData(Truth.Unknown, Truth.True, Truth.Unknown, Truth.True)]
    [InlineData(Truth.Unknown, Truth.Unknown, Truth.Unknown, Truth.Unknown)]
    [InlineData(Truth.Unknown, Truth.False, Truth.False, Truth.Unknown)]
    [InlineData(Truth.False, Truth.True, Truth.False, Truth.True)]
    [InlineData(Truth.False, Truth.Unknown, Truth.False, Truth.Unknown)]
    [InlineData(Truth.False, Truth.False, Truth.False, Truth.False)]
    public void AndOr_AnyTwoValues_FollowKleene(Truth one, Truth other, Truth both, Truth either)
    {
        Assert.Equal(both, Kleene.And(one, other));
        Assert.Equal(either, Kleene.Or(one, other));
    }

    [Theory]
    [InlineData(Truth.True, Truth.False)]
    [InlineData(Truth.Unknown, Truth.Unknown)]
    [InlineData(Truth.False, Truth.True)]
    public void Not_AnyValue_TurnsOnlyWhatIsKnown(Truth one, Truth turned) => Assert.Equal(turned, Kleene.Not(one));
}
