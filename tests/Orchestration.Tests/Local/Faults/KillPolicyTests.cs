using Orchestration.Local.Faults;

namespace Orchestration.Tests.Local.Faults;

/// <summary>That it kills is seen in the scenarios of killed processes; a setting that would kill nothing must not pass for one that does.</summary>
public sealed class KillPolicyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("before PUT /decisions/")]
    [InlineData("during PUT /decisions/ 1")]
    [InlineData("before PUT /decisions/ un")]
    [InlineData("before PUT /decisions/ 1 2")]
    public void New_SettingOfAnotherForm_IsRefused(string setting) => Assert.Throws<FormatException>(() => new KillPolicy(setting));
}
