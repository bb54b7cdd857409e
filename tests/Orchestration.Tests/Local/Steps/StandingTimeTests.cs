using Orchestration.Local.Steps;
using Orchestration.Local.Verbs;
using Orchestration.LocalRuntime.Storage;
using Orchestration.LocalRuntime.Tests.Support;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.Tests.Local.Steps;

public sealed class StandingTimeTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_NobodyAsks_HoldsTimeFromBeforeTheStart()
    {
        var time = new StepTime();
        using var standing = new StandingTime(time, Begun());

        await standing.StartingAsync(default);

        Assert.Equal(1, time.Holds);
    }

    [Fact]
    public async Task Run_MomentAskedFor_MovesThereAndStandsStillAgain()
    {
        var (time, steps) = (new StepTime(), Begun());
        using var standing = new StandingTime(time, steps);
        await standing.StartingAsync(default);
        steps.WriteUntil(Start.AddDays(2));

        await standing.StartAsync(default);
        while (steps.ReadNow() != Start.AddDays(2))
            await Task.Yield();
        await standing.StopAsync(default);

        Assert.Equal(1, time.Holds);
    }

    [Fact]
    public void Begin_FolderOfRealTime_IsRefused()
    {
        Directory.CreateDirectory(_folder.File("data"));

        Assert.Throws<LocalToolException>(() => new StepsFolder(_folder.Path).Begin());
        Assert.False(new StepsFolder(_folder.Path).IsOne);
    }

    // 12 April is in summer time.
    [Theory]
    [InlineData("+2h", "2027-03-01T10:00")]
    [InlineData("+3d", "2027-03-04T08:00")]
    [InlineData("2027-04-12T10:00", "2027-04-12T08:00")]
    [InlineData("2027-03-02", "2027-03-01T23:00")]
    public void Parse_Moment_IsThatOfParis(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected + "Z", System.Globalization.CultureInfo.InvariantCulture), TimeCommand.Parse(text, Start));

    [Theory]
    [InlineData("")]
    [InlineData("-1d")]
    [InlineData("+2m")]
    [InlineData("demain")]
    public void Parse_AnythingElse_IsRefused(string text) => Assert.Throws<LocalToolException>(() => TimeCommand.Parse(text, Start));

    private StepsFolder Begun()
    {
        var steps = new StepsFolder(_folder.Path);
        steps.Begin();
        return steps;
    }

    /// <summary>Moves to whoever waits as soon as nobody holds it.</summary>
    private sealed class StepTime : BusinessTime
    {
        private DateTimeOffset _now = Start;
        private (DateTimeOffset Moment, TaskCompletionSource<IDisposable> Reached)? _wait;

        public int Holds { get; private set; }

        public override bool Skips => true;

        public override DateTimeOffset GetUtcNow() => _now;

        public override IDisposable Hold(string reason)
        {
            Holds++;
            return new Handle(this);
        }

        public override Task<IDisposable> WaitUntilAsync(DateTimeOffset moment, CancellationToken cancellation)
        {
            var reached = new TaskCompletionSource<IDisposable>();
            _wait = (moment, reached);
            return reached.Task;
        }

        private void Release()
        {
            if (--Holds > 0 || _wait is not var (moment, reached))
                return;
            (_now, _wait) = (moment, null);
            reached.SetResult(Hold("reached"));
        }

        private sealed class Handle(StepTime time) : IDisposable
        {
            private bool _isOver;

            public void Dispose()
            {
                if (_isOver)
                    return;
                _isOver = true;
                time.Release();
            }
        }
    }
}
