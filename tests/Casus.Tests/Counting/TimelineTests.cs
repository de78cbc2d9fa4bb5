using Casus.Core.Conditions;
using Casus.Core.Stepping.Counting;
using CsCheck;
using Xunit;

namespace Casus.Tests.Counting;

/// <summary>The two structures in time, against plain arrays.</summary>
public sealed class TimelineTests
{
    private const int Length = 40;

    [Fact]
    public void Replacing_a_stretch_writes_it_alone_and_tells_what_differs() =>
        Gen.Select(Gen.Int[0, Length - 1], Gen.Int[0, 8], Gen.Int[0, 2].Array[9])
            .Array[1, 12]
            .Sample(changes =>
            {
                var timeline = new VerdictTimeline();
                var plain = new Verdict[Length + 1];
                var now = 0;
                foreach (var (start, length, verdicts) in changes)
                {
                    // As the machine does: never beyond now, and now moves on.
                    now = Math.Max(now, start);
                    for (var i = now; i < Length + 1; i++)
                    {
                        plain[i] = i > now ? plain[i - 1] : plain[i];
                    }
                    var to = Math.Min(start + length, now);
                    var before = plain.ToArray();
                    var fresh = new List<Segment>();
                    for (var i = start; i <= to; i++)
                    {
                        plain[i] = (Verdict)verdicts[i - start];
                        if (fresh.Count == 0 || fresh[^1].Verdict != plain[i])
                        {
                            fresh.Add(new Segment(i, plain[i]));
                        }
                    }
                    for (var i = now + 1; to == now && i <= Length; i++)
                    {
                        plain[i] = plain[now];
                    }
                    var changed = timeline.Replace(start, to, to == now, fresh);
                    var differ = Enumerable.Range(start, to - start + 1).Where(i => before[i] != plain[i]).ToList();
                    Assert.Equal(differ.Count == 0, changed.IsNone);
                    Assert.True(differ.Count == 0 || (changed.From == differ[0] && changed.To == differ[^1]));
                    Assert.Equal(plain, Enumerable.Range(0, Length + 1).Select(i => timeline.At(i)));
                    Assert.All(
                        timeline.Segments.Zip(timeline.Segments.Skip(1)),
                        pair =>
                            Assert.True(
                                pair.First.Verdict != pair.Second.Verdict && pair.First.Start < pair.Second.Start
                            )
                    );
                }
            });

    [Fact]
    public void Sums_before_an_instant_are_those_of_all_steps_before_it() =>
        Gen.Int[0, 400]
            .Array[0, 900]
            .Sample(times =>
            {
                var function = new StepFunction();
                for (var i = 0; i < times.Length; i++)
                {
                    function.Add(new Step(times[i], i, 2 * i, i, Crossing.EnterUpper));
                }
                // Every third is taken back.
                for (var i = 0; i < times.Length; i += 3)
                {
                    function.Remove(times[i], i, Crossing.EnterUpper);
                }
                var kept = Enumerable.Range(0, times.Length).Where(i => i % 3 != 0).ToList();
                for (var time = 0; time <= 401; time += 25)
                {
                    var sum = kept.Where(i => times[i] < time).Sum(i => (long)i);
                    Assert.Equal((sum, 2 * sum), function.Before(time));
                }
                var found = new List<long>();
                for (var cursor = function.From(100); !cursor.AtEnd; cursor.MoveNext())
                {
                    found.Add(cursor.Current.Time);
                }
                Assert.Equal(kept.Select(i => (long)times[i]).Where(time => time >= 100).Order(), found);
            });

    [Fact]
    public void A_step_that_was_never_added_is_not_taken_back()
    {
        var function = new StepFunction();
        function.Add(new Step(5, 1, 1, 0, Crossing.EnterUpper));
        Assert.Throws<InvalidOperationException>(() => function.Remove(5, 1, Crossing.EnterUpper));
    }
}
