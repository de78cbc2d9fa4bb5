namespace Casus.Core.Binding;

/// <summary>The binders of one compilation, each for one kind of phrase; they ask each other.</summary>
internal sealed class Binders
{
    public Binders(BindingContext context, IReadOnlyList<NumberedSentence> sentences)
    {
        Terms = new TermBinder(context);
        Quantities = new QuantityBinder(context);
        Slots = new NormSlots(context, sentences);
        References = new ReferenceBinder(context, this);
        Actors = new ActorBinder(context);
        Places = new PlaceBinder(context, this);
        Events = new EventBinder(context, this);
        Roles = new RoleBinder(context, this);
        Relatives = new RelativeBinder(context, this);
        Conditions = new ConditionBinder(context, this);
        Facts = new FactConditionBinder(context, this);
        Definitions = new DefinitionBinder(context, this);
        Points = new PointBinder(context, this);
        Contraries = new ContraryBinder(context, this);
        Norms = new NormBinder(context, this);
        Tails = new NormTailBinder(context, this);
        Procedures = new ProcedureBinder(context, this);
    }

    public TermBinder Terms { get; }
    public QuantityBinder Quantities { get; }
    public NormSlots Slots { get; }
    public ReferenceBinder References { get; }
    public ActorBinder Actors { get; }
    public PlaceBinder Places { get; }
    public EventBinder Events { get; }
    public RoleBinder Roles { get; }
    public RelativeBinder Relatives { get; }
    public ConditionBinder Conditions { get; }
    public FactConditionBinder Facts { get; }
    public DefinitionBinder Definitions { get; }
    public PointBinder Points { get; }
    public ContraryBinder Contraries { get; }
    public NormBinder Norms { get; }
    public NormTailBinder Tails { get; }
    public ProcedureBinder Procedures { get; }
}
