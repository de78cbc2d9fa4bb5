using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Lifecycle;
using Casus.Core.Norms;
using Casus.Core.Procedures;
using Casus.Core.Time;

namespace Casus.Core.Stepping;

/// <summary>
/// The parts of the machine that sit together, and what they share: the text, the record, the log and the agenda.
/// </summary>
internal sealed class Court
{
    public Court(Agreement agreement, MachineOptions options, StateHash hash)
    {
        Agreement = agreement;
        Options = options;
        Log = new EffectLog(hash);
        Text = new CourtText(agreement);
        Suspensions = new Suspensions(this);
        Life = new LifeCourse(this);
        Points = new PointReader(this);
        Judge = new ConditionJudge(this);
        Reasons = new ConditionReasons(this);
        Excuses = new Excuses(this);
        Duties = new DutyRegister(this);
        Performances = new Performances(this);
        Keeping = new Keeping(this);
        Arisings = new ArisingRegister(this);
        Triggers = new Triggers(this);
        Procedures = new ProcedureRoom(this);
        Acts = new ActsDesk(this);
    }

    public Agreement Agreement { get; }
    public MachineOptions Options { get; }
    public CourtText Text { get; }
    public EffectLog Log { get; }
    public Agenda Agenda { get; } = new();
    public ActRecord Record { get; } = new();
    public Suspensions Suspensions { get; }
    public LifeCourse Life { get; }
    public PointReader Points { get; }
    public ConditionJudge Judge { get; }
    public ConditionReasons Reasons { get; }
    public Excuses Excuses { get; }
    public DutyRegister Duties { get; }
    public Performances Performances { get; }
    public Keeping Keeping { get; }
    public ArisingRegister Arisings { get; }
    public Triggers Triggers { get; }
    public ProcedureRoom Procedures { get; }
    public ActsDesk Acts { get; }

    /// <summary>The counting side; set once, before the first fact.</summary>
    public IConditionMachine Conditions { get; set; } = null!;
    public AgreementCalendar Calendar => Agreement.Calendar;
    public Moment Now => Log.Now;

    /// <summary>The triggers have had their turn at this instant: what is met from here on follows at once.</summary>
    public bool IsAfterTriggers { get; set; }

    /// <summary>The agenda asked for this instant.</summary>
    public bool IsTimed { get; private set; }

    public void Begin(Moment now)
    {
        IsTimed = Agenda.NextAfter(Log.Now) is { } next && next <= now;
        IsAfterTriggers = false;
        Log.Begin(now);
    }

    /// <summary>Says an effect of a clause at this instant.</summary>
    public long Say(
        EffectKind kind,
        string? clause,
        string? bearer,
        Moment? at,
        Because because,
        bool supposed = false,
        string? note = null
    ) =>
        Log.Say(
            new Effect
            {
                Seq = Log.Next,
                Kind = kind,
                Clause = clause,
                Bearer = bearer,
                At = at,
                KnownAt = Now,
                Supposed = supposed,
                Because = because,
                Note = note,
            }
        );

    /// <summary>Says an effect of an instance of a duty.</summary>
    public long Say(EffectKind kind, Duty duty, Moment? at, Because because, Moment? deadline, bool supposed) =>
        Log.Say(
            new Effect
            {
                Seq = Log.Next,
                Kind = kind,
                Clause = duty.Norm.Clause,
                Bearer = duty.Bearer,
                Beneficiary = duty.Beneficiary,
                At = at,
                KnownAt = Now,
                Deadline = deadline,
                Supposed = supposed,
                Because = because,
            }
        );

    /// <summary>Says that an act is refused: it is recorded and changes nothing.</summary>
    public void Refuse(Act act, string? clause, string? by, string why) =>
        Say(EffectKind.Refused, clause, by, act.At, BecauseOf(act), act.Supposed, why);

    public static Because BecauseOf(Act act) => new([act.Id], []);

    public static Because BecauseOf(Act act, long effect) => new([act.Id], [effect]);

    public static Because BecauseOf(long effect) => new([], [effect]);
}

/// <summary>
/// The agreement as the court reads it: what stands under the choices, by occasion, by clause and by procedure.
/// </summary>
internal sealed class CourtText
{
    private readonly ILookup<string, Norm> byClause;

    public CourtText(Agreement agreement)
    {
        Standing = [.. agreement.Norms.Where(norm => norm.Stands && BlockStands(agreement, norm.Block))];
        byClause = Standing.ToLookup(norm => norm.Clause, StringComparer.Ordinal);
        Procedures =
        [
            .. agreement.Procedures.Where(procedure => procedure.Stands && BlockStands(agreement, procedure.Block)),
        ];
        Occasions = [.. Build(agreement).OrderBy(occasion => occasion.Order)];
        Bodies = agreement.Bodies.Select(body => body.Name).ToHashSet(StringComparer.Ordinal);
        Parties = agreement.Parties.Where(party => party.Bound).Select(party => party.Name).ToImmutableArray();
        HasConditionPoints = Standing
            .SelectMany(norm => new[] { norm.AsFrom, norm.Until, norm.Deadline?.From })
            .Any(IsConditional);
        PartySet = agreement.Parties.Select(party => party.Name).ToHashSet(StringComparer.Ordinal);
    }

    public ImmutableArray<Norm> Standing { get; }
    public ImmutableArray<Procedure> Procedures { get; }
    public ImmutableArray<Occasion> Occasions { get; }
    public HashSet<string> Bodies { get; }

    /// <summary>Those that can be bound, in the order declared.</summary>
    public ImmutableArray<string> Parties { get; }

    /// <summary>All names of states, bound or only named.</summary>
    public HashSet<string> PartySet { get; }

    /// <summary>Some clock waits for a condition to be met.</summary>
    public bool HasConditionPoints { get; }

    private static bool IsConditional(Point? point) =>
        point is Point.WhenMet || (point is Point.Offset offset && IsConditional(offset.From));

    public IEnumerable<Norm> Of(string clause) => byClause[clause];

    private static bool BlockStands(Agreement agreement, int? block) =>
        block is not { } index || agreement.Blocks[index].Stands;

    private IEnumerable<Occasion> Build(Agreement agreement)
    {
        for (var i = 0; i < agreement.Blocks.Length; i++)
        {
            var block = agreement.Blocks[i];
            if (block.Stands)
            {
                yield return new Occasion
                {
                    Order = block.Order,
                    Article = block.Article,
                    Clause = block.Clause,
                    Block = block,
                    Triggers = block.Triggers,
                    Norms =
                    [
                        .. Standing.Where(norm => norm.Block == i && !norm.IsFallback).OrderBy(norm => norm.Order),
                    ],
                    Procedures = [.. Procedures.Where(procedure => procedure.Block == i).OrderBy(item => item.Order)],
                };
            }
        }
        foreach (var norm in Standing.Where(norm => norm.Block is null && !norm.IsFallback && norm.IsDuty))
        {
            yield return new Occasion
            {
                Order = norm.Order,
                Article = norm.Article,
                Clause = norm.Clause,
                Triggers = norm.ForEach is { } pattern ? [new Trigger.Incident(pattern)] : [],
                Norms = [norm],
            };
        }
        foreach (var procedure in Procedures.Where(procedure => procedure.Block is null))
        {
            yield return new Occasion
            {
                Order = procedure.Order,
                Article = procedure.Article,
                Clause = procedure.Clause,
                Procedures = [procedure],
            };
        }
    }
}
