//! Chance that is the same on every machine: SplitMix64 and the draws that the demo needs.
//! Only integer arithmetic and IEEE `+ - * /` and `sqrt` (exactly rounded everywhere): the
//! platform's `exp` and `ln` may differ in the last bit, and a demo must not.

/// A stream of pseudo-random numbers (SplitMix64: Steele, Lea and Flood, 2014).
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The stream of one entity. Streams with other labels are independent, so any part of a demo
    /// can be made alone and in any order.
    pub fn of(seed: u64, label: &str) -> Self {
        Self(Self(seed).next() ^ fnv1a64(label))
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Uniform in [0, 1), by steps of 2⁻⁵³.
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// Uniform in 0..n; 0 when `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }

    /// Uniform, both ends included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low).max(0) as usize + 1) as i64
    }

    /// One of these, each as likely; `None` when there is none.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }

    /// One of these texts; empty when there is none.
    pub fn text(&mut self, of: &[String]) -> String {
        self.pick(of).cloned().unwrap_or_default()
    }

    /// Index of one of these by weight; `None` when no weight is above zero.
    pub fn weighted(&mut self, weights: impl Iterator<Item = f64> + Clone) -> Option<usize> {
        let total: f64 = weights.clone().sum();
        let mut left = self.unit() * total;
        let mut last = None;
        for (index, weight) in weights.enumerate().filter(|(_, weight)| *weight > 0.0) {
            last = Some(index);
            if left < weight {
                break;
            }
            left -= weight;
        }
        last
    }

    /// Nearly normal with mean 0 and deviation 1: twelve uniforms less six, so within ±6.
    pub fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// Log-normal: `median` · e^(`sigma` · normal).
    pub fn log_normal(&mut self, median: f64, sigma: f64) -> f64 {
        median * exp(sigma * self.normal())
    }

    /// A number rounded up or down so that it is right on average: 1.3 is 1 or, three times in ten, 2.
    pub fn round(&mut self, number: f64) -> usize {
        let whole = number.max(0.0).floor();
        whole as usize + usize::from(self.chance(number - whole))
    }

    /// Sixteen bytes for an identifier.
    pub fn bytes(&mut self) -> [u8; 16] {
        let (high, low) = (u128::from(self.next()), u128::from(self.next()));
        ((high << 64) | low).to_be_bytes()
    }
}

/// FNV-1a with 64 bits: turns a label into the number of its stream.
pub fn fnv1a64(label: &str) -> u64 {
    label.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// e^x by its series on x/1024, then ten squarings; good to ten digits for |x| below 20.
fn exp(x: f64) -> f64 {
    let x = x / 1024.0;
    let series = 1.0 + x * (1.0 + x / 2.0 * (1.0 + x / 3.0 * (1.0 + x / 4.0)));
    (0..10).fold(series, |power, _| power * power)
}

/// x to the power 0.7998, which stands for 0.8 = 0.1100110011₂: a product of repeated square roots.
pub fn power_four_fifths(x: f64) -> f64 {
    let mut root = x;
    let mut product = 1.0;
    for take in [true, true, false, false, true, true, false, false, true, true] {
        root = root.sqrt();
        product *= if take { root } else { 1.0 };
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_gives_its_published_numbers() {
        let mut random = Random(1_234_567);
        assert_eq!(
            [(); 5].map(|()| random.next()),
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821,
            ]
        );
    }

    #[test]
    fn labels_hash_to_their_published_numbers() {
        for (label, hash) in
            [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)]
        {
            assert_eq!(fnv1a64(label), hash, "{label}");
        }
    }

    #[test]
    fn draws_have_their_means() {
        let mut random = Random::of(26, "means");
        let n = 20_000;
        let mean =
            |mut draw: Box<dyn FnMut() -> f64 + '_>| (0..n).map(|_| draw()).sum::<f64>() / f64::from(n);
        let mut copies = [(); 4].map(|()| random.next()).map(Random);
        let [a, b, c, d] = &mut copies;
        assert!((mean(Box::new(|| a.normal())) - 0.0).abs() < 0.03);
        // The mean of a log-normal is its median times e^(sigma²/2).
        assert!((mean(Box::new(|| b.log_normal(1.0, 0.6))) - 1.197).abs() < 0.03);
        assert!((mean(Box::new(|| c.round(1.3) as f64)) - 1.3).abs() < 0.02);
        assert!((mean(Box::new(|| d.between(1, 6) as f64)) - 3.5).abs() < 0.05);
    }

    #[test]
    fn weights_are_respected() {
        let mut random = Random::of(26, "weights");
        let mut counts = [0; 4];
        for _ in 0..10_000 {
            if let Some(index) = random.weighted([1.0, 0.0, 3.0, 6.0].into_iter()) {
                counts[index] += 1;
            }
        }
        assert_eq!(counts[1], 0);
        assert!((900..1_100).contains(&counts[0]) && (5_800..6_200).contains(&counts[3]), "{counts:?}");
        assert_eq!(random.weighted([0.0].into_iter()), None);
        assert_eq!(random.pick::<u8>(&[]), None);
    }

    #[test]
    fn own_functions_agree_with_the_library() {
        for x in [-3.0_f64, -0.5, 0.0, 1.0, 2.75, 6.0] {
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-9, "{x}");
        }
        for x in [1.0_f64, 850.0, 2_100_000.0] {
            assert!((power_four_fifths(x) / x.powf(0.8) - 1.0).abs() < 0.01, "{x}");
        }
    }
}
