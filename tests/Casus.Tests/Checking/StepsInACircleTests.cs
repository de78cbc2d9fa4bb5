using Casus.Core.Checking;
using Casus.Tests.Binding;
using Xunit;

namespace Casus.Tests.Checking;

/// <summary>Found by mutations: steps that wait for themselves are followed to an end.</summary>
public sealed class StepsInACircleTests
{
    [Theory]
    [InlineData("Poland shall consult, as from the consultation;")]
    [InlineData("Poland shall consult, as from the warning; Commission shall warn Russia, as from the consultation;")]
    [InlineData("Poland shall consult within 24 hours after the consultation;")]
    public void A_step_that_waits_for_itself_is_no_endless_circle(string steps)
    {
        var compilation = Texts.Compile(
            $"Article 1. On an attack by Russia: {steps} Poland shall assist Ukraine within 24 hours after the consultation."
        );
        Assert.NotNull(compilation.Agreement);
        Assert.All(Checker.Check(compilation, RuleSettings.Default), told => Assert.NotEmpty(told.Message));
    }
}
